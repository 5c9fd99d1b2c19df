/** The compiled pack: everything under `intents/`, checked, as plain data that JSON can hold. */
import type { CardTopicData, ChatTopicData } from './schema.js';
import type { CalibrationQuestion, LexiconEntry, ProductData, SourceData } from './schema-lists.js';
import type { SafetyData, UrgentTopicData } from './schema-safety.js';
import type { Wording } from './schema-wording.js';

interface TopicBase {
  /** `category/name`, the path of its file. */
  id: string;
  category: string;
}
export interface CardTopic extends TopicBase, CardTopicData {
  kind: 'card';
}
export interface ChatTopic extends TopicBase, ChatTopicData {
  kind: 'chat';
}
export interface UrgentTopic extends TopicBase, UrgentTopicData {
  kind: 'urgent';
}
export type Topic = CardTopic | ChatTopic | UrgentTopic;

export interface ContentPack {
  /** SHA-256 over the names and bytes of all files of the pack, in hex. */
  hash: string;
  /** Sorted by id. */
  topics: Topic[];
  /** Source id to source; the article is not among them. */
  sources: Record<string, SourceData>;
  products: Record<string, ProductData>;
  lexicon: LexiconEntry[];
  outOfScope: string[];
  /** Labelled questions that confidence and thresholds are fitted on; never learnt from. */
  calibration: CalibrationQuestion[];
  safety: SafetyData;
  /** Every sentence the bot says of itself: declining, clarifying, tips run out … */
  wording: Wording;
}
