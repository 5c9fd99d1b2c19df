/** Everything in memory: for `ask`, the terminal and tests. Nothing outlives the process. */
import type { ConversationKey } from '../message.js';
import { dayOf } from './days.js';
import type { Clock, ContextHome, Homes, UnansweredHome } from './homes.js';
import { createMemoryTallies } from './memory-tallies.js';
import type { Context, GuildSettings, SettingsStore, UnansweredQuestion } from './ports.js';

export function createMemoryHomes(clock: Clock = Date.now): Homes {
  return {
    contexts: createMemoryContexts(clock),
    settings: createMemorySettings(),
    tallies: createMemoryTallies(clock),
    unanswered: createMemoryUnanswered(clock),
    async scrub() {},
    async close() {},
  };
}

export function createMemoryContexts(clock: Clock = Date.now): ContextHome {
  /** In the order of their last write: the longest idle first. */
  const all = new Map<string, { person: string; context: Context; at: number }>();
  const nameOf = ({ person, place }: ConversationKey) => JSON.stringify([person, place]);
  return {
    async read(key) {
      return structuredClone(all.get(nameOf(key))?.context);
    },
    async write(key, context) {
      all.delete(nameOf(key));
      const { person } = key;
      all.set(nameOf(key), { person, context: structuredClone(context), at: clock() });
    },
    async delete(key) {
      all.delete(nameOf(key));
    },
    async deletePerson(person) {
      const theirs = [...all].filter(([, entry]) => entry.person === person);
      for (const [name] of theirs) all.delete(name);
      return theirs.length;
    },
    async deleteIdle(until) {
      let deleted = 0;
      for (const [name, { at }] of all) {
        if (at > until) break;
        all.delete(name);
        deleted++;
      }
      return deleted;
    },
  };
}

function createMemorySettings(): SettingsStore {
  const guilds = new Map<string, GuildSettings>();
  return {
    async read(guild) {
      return structuredClone(guilds.get(guild));
    },
    async write(guild, settings) {
      guilds.set(guild, structuredClone(settings));
    },
    async delete(guild) {
      guilds.delete(guild);
    },
  };
}

function createMemoryUnanswered(clock: Clock): UnansweredHome {
  /** Day, then text, to how often it came. */
  const days = new Map<string, Map<string, number>>();
  function all(): UnansweredQuestion[] {
    const questions = new Map<string, UnansweredQuestion>();
    for (const [day, texts] of days) {
      for (const [text, times] of texts) {
        const before = questions.get(text);
        const latest = before && before.day > day ? before.day : day;
        questions.set(text, { text, times: times + (before?.times ?? 0), day: latest });
      }
    }
    return [...questions.values()];
  }
  return {
    async add(text) {
      const day = dayOf(clock());
      const texts = days.get(day) ?? new Map<string, number>();
      texts.set(text, (texts.get(text) ?? 0) + 1);
      days.set(day, texts);
    },
    async list(limit) {
      return all().sort(mostFrequentFirst).slice(0, limit);
    },
    async clear() {
      const count = all().length;
      days.clear();
      return count;
    },
    async deleteBefore(first) {
      let deleted = 0;
      for (const [day, texts] of days) {
        if (day >= first) continue;
        deleted += texts.size;
        days.delete(day);
      }
      return deleted;
    },
  };
}

function mostFrequentFirst(a: UnansweredQuestion, b: UnansweredQuestion): number {
  if (a.times !== b.times) return b.times - a.times;
  if (a.day !== b.day) return a.day > b.day ? -1 : 1;
  return a.text < b.text ? -1 : 1;
}
