/** How often one person, or one channel, may have an answer. */
export interface Cooldown {
  /** Undefined when there is room; else how long to wait, in whole seconds. */
  wait(name: string): number | undefined;
  /** The same, and takes the room where there is some. */
  take(name: string): number | undefined;
  /** Lets somebody through for a while, though not without any bounds. */
  exempt(name: string, forMs: number): void;
}

/** At most `most` in any `windowMs`; what is past is forgotten. */
const EXEMPT_FACTOR = 5;

export function createCooldown(clock: () => number, most: number, windowMs: number): Cooldown {
  const taken = new Map<string, number[]>();
  const exemptUntil = new Map<string, number>();
  let lastSweep = clock();

  function sweep(now: number): void {
    if (now - lastSweep < windowMs) return;
    lastSweep = now;
    for (const [name, times] of taken) {
      if (now - (times.at(-1) ?? 0) >= windowMs) taken.delete(name);
    }
    for (const [name, until] of exemptUntil) if (until < now) exemptUntil.delete(name);
  }

  const recent = (name: string, now: number) =>
    (taken.get(name) ?? []).filter((at) => now - at < windowMs);

  function wait(name: string): number | undefined {
    const now = clock();
    const times = recent(name, now);
    const [oldest] = times;
    const room = (exemptUntil.get(name) ?? 0) > now ? most * EXEMPT_FACTOR : most;
    return times.length >= room && oldest !== undefined
      ? Math.max(1, Math.ceil((oldest + windowMs - now) / 1000))
      : undefined;
  }

  return {
    wait,
    take(name) {
      const now = clock();
      sweep(now);
      const seconds = wait(name);
      if (seconds === undefined) taken.set(name, [...recent(name, now), now]);
      return seconds;
    },
    exempt(name, forMs) {
      exemptUntil.set(name, clock() + forMs);
    },
  };
}
