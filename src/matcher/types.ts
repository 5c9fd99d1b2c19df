/** What goes into the matcher and what comes out: plain data, nothing of bots or channels. */
import type { RankedTopic } from '../reply.js';

export interface TopicExamples {
  id: string;
  utterances: readonly string[];
}

/** One concept of the lexicon and the phrases that lay people use for it. */
export interface LexiconConcept {
  id: string;
  phrases: readonly string[];
}

export interface LabelledQuestion {
  text: string;
  /** Ids of the topics that would be acceptable, best first. */
  accept: readonly string[];
}

export interface TrainingData {
  topics: readonly TopicExamples[];
  /** Messages that must be declined. Without them the matcher learns only from the topics. */
  outOfScope?: readonly string[];
  lexicon?: readonly LexiconConcept[];
  /** The share of real traffic, 0 to 1, that no topic covers. Default one third. */
  expectedOutOfScope?: number;
  /**
   * Questions written apart from the utterances, each with every topic that would be an acceptable
   * answer (none: it must be declined). With 200 or more, confidence and thresholds are fitted on them
   * rather than by cross-validation, which flatters when real questions are harder than utterances.
   */
  calibration?: readonly LabelledQuestion[];
  onProgress?: (progress: { stage: string; done: number; total: number }) => void;
}

export type Decision = 'answer' | 'clarify' | 'fallback';

export interface Match {
  decision: Decision;
  /** Best first, at most five, with calibrated confidence; equal ones stand in the order of their ids. */
  topics: RankedTopic[];
  /** Two or three ids to choose from when `decision` is `clarify`; empty otherwise. */
  choices: string[];
}

/** Why a text was ranked as it was. */
export interface MatchExplanation {
  /** The words as read, after spelling. */
  words: string[];
  corrections: { from: string; to: string }[];
  concepts: { concept: string; phrase: string }[];
  /** For the best topics: the features that spoke for them most, and the nearest utterance. */
  topics: {
    id: string;
    confidence: number;
    features: { feature: string; weight: number }[];
    nearestUtterance?: string;
  }[];
}

export interface Matcher {
  /** Reads the first 2,000 characters. Never throws, whatever the text. */
  match(text: string): Match;
  explain(text: string): MatchExplanation;
}
