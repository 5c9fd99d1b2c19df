/** Days as they are stored: UTC, `2026-07-31`, so that they sort as text. */

const DAY_MS = 86_400_000;

/** @param at milliseconds since the epoch. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The first of the last `days` days, the day of `at` included: with 1 it is that day. */
export function firstOfLast(days: number, at: number): string {
  return dayOf(at - (days - 1) * DAY_MS);
}
