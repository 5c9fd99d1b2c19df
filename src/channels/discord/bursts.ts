/** People think in several messages. What one person says in one place is answered once, when they pause. */
export interface Bursts<T> {
  add(name: string, item: T): void;
  has(name: string): boolean;
  /** Drops what was gathered: it has been answered otherwise. */
  drop(name: string): void;
  /** Hands over everything at once, for a shutdown. */
  flush(): void;
}

export interface BurstOptions {
  /** A pause of this length ends a burst. Default 2,500. */
  quietMs?: number;
  /** So many messages end it too. Default 10. */
  most?: number;
}

export function createBursts<T>(
  ended: (items: T[]) => void,
  { quietMs = 2500, most = 10 }: BurstOptions = {},
): Bursts<T> {
  const open = new Map<string, { items: T[]; timer: NodeJS.Timeout }>();

  function end(name: string): void {
    const burst = open.get(name);
    if (!burst) return;
    clearTimeout(burst.timer);
    open.delete(name);
    ended(burst.items);
  }

  return {
    add(name, item) {
      const burst = open.get(name);
      if (burst) clearTimeout(burst.timer);
      const items = [...(burst?.items ?? []), item];
      open.set(name, { items, timer: setTimeout(() => end(name), quietMs) });
      if (items.length >= most) end(name);
    },
    has: (name) => open.has(name),
    drop(name) {
      clearTimeout(open.get(name)?.timer);
      open.delete(name);
    },
    flush() {
      for (const name of [...open.keys()]) end(name);
    },
  };
}
