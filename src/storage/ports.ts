/**
 * What the bot and its channels ask of storage. Small on purpose: expiry, hashing and redaction are wrappers
 * around any home (memory, SQLite); `openStores` puts them together.
 */
import type { About, ConversationKey, Region } from '../message.js';

/** What is remembered of a conversation: topic ids and two switches, never words. */
export interface Context {
  /** Topics whose cards were shown, the latest first, at most six. */
  topics: string[];
  /** What the last reply offered, in the order shown. */
  offered: string[];
  /** True when the last reply asked the person to choose between `offered`. */
  choosing: boolean;
  /** The urgent topic that the last reply was about, until a clear new question. */
  urgent?: string;
  /** The part of a card that was asked for last, so that "and tea?" asks for the same. */
  about?: About;
  /** Tips already shown: topic id to indices. */
  tips: Record<string, number[]>;
  /** No product link from now on in this conversation; the reason is not kept. */
  productsOff: boolean;
  /** An older person asks: the safety card comes before a product; a second wish for one is met. */
  safetyFirst?: boolean;
  /** "Ask your clinician" comes first and no intake number is shown; the reason is not kept. */
  clinicianFirst: boolean;
  /** How many turns there have been: varies small talk, and marks the first card. */
  turns: number;
}

export interface ContextStore {
  read(key: ConversationKey): Promise<Context | undefined>;
  write(key: ConversationKey, context: Context): Promise<void>;
  delete(key: ConversationKey): Promise<void>;
  /** Deletes every conversation of the person, in all places. Returns how many there were. */
  deletePerson(person: string): Promise<number>;
}

/** How a tip is introduced under a card; `off` shows tips only when they are asked for. */
export type TipTone = 'plain' | 'cheerful' | 'off';

/** What the people who manage a server have settled for it. */
export interface GuildSettings {
  /** Ids of the channels and forums where the bot answers unasked. */
  faqChannels: string[];
  /** How sure the bot must be to answer unasked: a calibrated chance, 0 to 1. */
  confidence: number;
  productLinks: boolean;
  /** Whose emergency numbers are shown; absent: the bot's own configuration decides. */
  region?: Region;
  tipTone: TipTone;
  /** True when `/ask` answers for everyone to see unless the asker says otherwise. */
  publicAnswers: boolean;
}

/** `guild` is the server's id as the channel knows it. */
export interface SettingsStore {
  /** Undefined for a server that has settled nothing. */
  read(guild: string): Promise<GuildSettings | undefined>;
  write(guild: string, settings: GuildSettings): Promise<void>;
  /** Does nothing when there is nothing. `CountStore.deleteGuild` has the rest of a server. */
  delete(guild: string): Promise<void>;
}

export type Thumb = 'up' | 'down';

/** Says whose vote on which card message this is, so that one counts: the last. Kept only as HMACs. */
export interface Ballot {
  /** The same opaque id as in `ConversationKey.person`. */
  person: string;
  /** The id of the message that shows the card. */
  card: string;
}

export interface Vote extends Ballot {
  topic: string;
  value: Thumb;
  /** The server; absent in a direct message, on the web and in the terminal. */
  guild?: string | undefined;
}

/**
 * Thumbs. The sums are read with `CountStore.totals`. A ballot is forgotten after 30 days; its vote stays in
 * the sum, and the same person could then vote on that card once more.
 */
export interface FeedbackStore {
  /** Counts the vote in place of the person's earlier one on this card; the same thumb twice counts once. */
  vote(vote: Vote): Promise<void>;
  /** Takes the vote on this card back. Returns what it was; undefined when there was none. */
  withdraw(ballot: Ballot): Promise<Thumb | undefined>;
  /** Takes back every vote that is still tied to the person. Returns how many. Part of `/forget`. */
  deletePerson(person: string): Promise<number>;
}

/** One thing to count. Nothing urgent is ever counted: in a small server it would point at somebody. */
export interface Counted {
  /** `answered`: a card was shown; `clarified`: a choice was offered; `declined`: neither. */
  what: 'answered' | 'clarified' | 'declined';
  /** Only with `answered`. A reply with two cards is counted once for each. */
  topic?: string | undefined;
  guild?: string | undefined;
}

export interface TopicTotals {
  topic: string;
  /** How many times its card was shown. */
  count: number;
  up: number;
  down: number;
}

export interface Totals {
  /** Every topic that was shown or voted on: the most shown first, then by id. */
  topics: TopicTotals[];
  clarified: number;
  declined: number;
  up: number;
  down: number;
}

/** Sums per topic, server and day (UTC), kept for 365 days. No person, no words. */
export interface CountStore {
  add(counted: Counted): Promise<void>;
  /**
   * @param guild one server; undefined: everything together, also what came from no server.
   * @param days how far back, today included: 1 is today alone.
   */
  totals(guild: string | undefined, days: number): Promise<Totals>;
  /** Deletes every sum and ballot of the server. For when the bot is removed from it. */
  deleteGuild(guild: string): Promise<void>;
}

export interface UnansweredQuestion {
  /** Redacted: no mention, address, link or long number. */
  text: string;
  /** How often it came, letter for letter. */
  times: number;
  /** The last day (UTC) on which it came: `2026-07-31`. */
  day: string;
}

/**
 * Questions the bot could not answer, for whoever writes the cards: no user, no server, no time of day,
 * kept for 30 days. Exists only when the operator has turned it on.
 */
export interface UnansweredStore {
  /** Never call it for a message in which triage found anything. Text that redaction leaves empty is dropped. */
  add(text: string): Promise<void>;
  /** The most frequent first, then the latest, at most `limit`. */
  list(limit: number): Promise<UnansweredQuestion[]>;
  /** Deletes them all. Returns how many different ones there were. */
  clear(): Promise<number>;
}

/**
 * Everything that `openStores` opens. What fails rejects with a `StorageError`, never with another error.
 * A channel takes the part it needs: `Pick<Stores, 'settings' | 'feedback' | 'counts'>`.
 */
export interface Stores {
  /** Expires after 30 idle minutes; keyed by HMACs. */
  contexts: ContextStore;
  settings: SettingsStore;
  feedback: FeedbackStore;
  counts: CountStore;
  /** Absent when the operator has not turned it on. */
  unanswered?: UnansweredStore;
  /** Deletes whatever has had its time. Returns how many records. Call it every minute. */
  sweep(): Promise<number>;
  /** Nothing may be called afterwards. */
  close(): Promise<void>;
}
