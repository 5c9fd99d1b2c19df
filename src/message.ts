/** What a channel hands to the bot. Plain data: nothing here knows of Discord, HTTP or the terminal. */

/** Whose conversation a message belongs to. Two messages share context only when both fields are equal. */
export interface ConversationKey {
  /** The asker, as the channel knows them (an opaque id, never a name). */
  person: string;
  /** Where they speak: a channel, a browser session, a terminal. */
  place: string;
}

/** The parts of a card that a follow-up can ask for. */
export const ABOUTS = ['what', 'why', 'how-much', 'where-from', 'how-to', 'who', 'safety'] as const;
export type About = (typeof ABOUTS)[number];

/** A choice made by button or menu instead of words. It holds all it needs, so it works without context. */
export type Pick =
  | { action: 'topic'; topic: string }
  | { action: 'part'; topic: string; about: About }
  | { action: 'tip'; topic: string }
  /** The full card of an urgent topic, as if it had been triaged: behind a short public reply. */
  | { action: 'urgent'; topic: string };

/** The regions whose emergency numbers the pack knows; `international` is the line for everywhere else. */
export const REGIONS = ['UK', 'IE', 'US', 'CA', 'international'] as const;
export type Region = (typeof REGIONS)[number];

/** What the place a message came from has settled; what is left out falls to the bot's own configuration. */
export interface TurnSettings {
  region: Region;
  /** False where the operator of the place wants no product link at all. */
  productLinks: boolean;
}

export interface Message {
  /** The message as typed, untouched and of any length. Empty when `pick` says it all. */
  text: string;
  pick?: Pick;
  /** Without it the message stands alone: no context is read or written. */
  conversation?: ConversationKey;
  settings?: Partial<TurnSettings>;
  /** Ask for `Reply.explanation`: the words, concepts, utterances and rules behind the answer. */
  explain?: boolean;
}
