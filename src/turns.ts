/** Reads a conversation first and writes it last, one turn at a time, and never lets the store cost an answer. */
import { freshContext } from './conversation/index.js';
import type { ConversationKey } from './message.js';
import type { Reply } from './reply.js';
import type { Context, ContextStore } from './storage/ports.js';

export interface Turns {
  /** Runs one turn in its place in the conversation; without a key it stands alone. */
  take(
    key: ConversationKey | undefined,
    turn: (before: Context) => { reply: Reply; context: Context },
  ): Promise<Reply>;
  /** Changes what is remembered, without anybody waiting for it. */
  update(key: ConversationKey | undefined, change: (before: Context) => Context): void;
  settled(): Promise<void>;
}

export function createTurns(
  store: ContextStore,
  waitMs: number,
  onFailure: (error: unknown) => void = () => {},
): Turns {
  /** The last turn of each conversation that is still under way. */
  const underWay = new Map<string, Promise<unknown>>();

  /** Starts after the turns before it in the same conversation, however they end. */
  function inOrder<T>(key: ConversationKey, work: () => Promise<T>): Promise<T> {
    const name = JSON.stringify([key.person, key.place]);
    const before = underWay.get(name);
    const result = before ? before.then(work, work) : work();
    const ended = result.then(
      () => {},
      () => {},
    );
    underWay.set(name, ended);
    void ended.then(() => {
      if (underWay.get(name) === ended) underWay.delete(name);
    });
    return result;
  }

  /** The store's answer, or undefined when it fails or is too slow. */
  async function inTime<T>(work: () => Promise<T>): Promise<T | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const tooSlow = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the store took too long')), waitMs);
    });
    try {
      return await Promise.race([work(), tooSlow]);
    } catch (error) {
      onFailure(error);
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async take(key, turn) {
      if (!key) return turn(freshContext()).reply;
      return inOrder(key, async () => {
        const before = (await inTime(() => store.read(key))) ?? freshContext();
        const { reply, context } = turn(before);
        await inTime(() => store.write(key, context));
        return reply;
      });
    },
    update(key, change) {
      if (!key) return;
      void inOrder(key, async () => {
        const before = (await inTime(() => store.read(key))) ?? freshContext();
        await inTime(() => store.write(key, change(before)));
      });
    },
    async settled() {
      await Promise.all(underWay.values());
    },
  };
}
