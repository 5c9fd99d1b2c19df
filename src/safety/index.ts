export type { SecondOpinionData, SecondOpinionModel } from './second-opinion.js';
export { trainSecondOpinion } from './second-opinion.js';
export { createSignReader, createTriage } from './triage.js';
export type { RedFlag, Triage, TriageText } from './types.js';
export { type SafetyWords, safetyWords } from './words.js';
