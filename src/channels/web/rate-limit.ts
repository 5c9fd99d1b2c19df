/** How often an address may ask: a bucket of tokens each, refilled steadily. Kept in memory only. */

export interface RateLimit {
  /** Takes a token. Returns 0, or how many seconds to wait until there is one. */
  take(address: string): number;
}

/** Beyond this, the addresses that have been quiet longest are forgotten; it bounds the memory. */
export const MOST_ADDRESSES = 10_000;

/**
 * @param perMinute tokens that come back in a minute, and the most that can be saved up.
 * @param clock milliseconds, only ever subtracted.
 */
export function createRateLimit(perMinute: number, clock: () => number): RateLimit {
  const perMs = perMinute / 60_000;
  const buckets = createRecent<{ tokens: number; at: number }>(MOST_ADDRESSES);
  return {
    take(address) {
      const now = clock();
      const before = buckets.get(address);
      const saved = before ? before.tokens + (now - before.at) * perMs : perMinute;
      const tokens = Math.min(perMinute, saved);
      buckets.set(address, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMs / 1000);
    },
  };
}

/** A map that holds the `most` entries that were set last. */
export function createRecent<T>(most: number): Pick<Map<string, T>, 'get'> & {
  set(key: string, value: T): void;
} {
  const entries = new Map<string, T>();
  return {
    get: (key) => entries.get(key),
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size > most) entries.delete(entries.keys().next().value!);
    },
  };
}
