/** What triage finds in a message. Plain data; `src/safety` holds the engine that finds it. */

/** A red flag: an urgent topic that somebody needs now. */
export interface RedFlag {
  /** The id of an urgent topic of the pack. */
  topic: string;
  /** The id of the rule that fired, or `second-opinion`. */
  rule: string;
  /** The rule's own reason, as a clinician reads it. */
  reason: string;
  /** The words of the message that made it fire; for `ask --explain` only, never stored. */
  evidence: string;
}

export interface Triage {
  /** The more urgent first; empty when nothing is urgent. At most one flag a topic. */
  flags: RedFlag[];
  /** Ids of soft flags of the pack (pregnancy, kidney disease …): the clinician's line comes first. */
  softFlags: string[];
  /** Why no product may be linked: the pack's words that were found. Empty when there are none. */
  productRisks: string[];
  /** An age of 65 or over was named: safety first, a product only when asked for again. */
  olderPerson: boolean;
  /** The id of the language of the pack's list, when the message is clearly not in English. */
  otherLanguage?: string;
}

/** Reads the whole raw text, in linear time. Never throws. */
export type TriageText = (text: string) => Triage;
