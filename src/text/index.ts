export { editDistance } from './distance.js';
export { hashOf } from './hash.js';
export { fold, wordsOf } from './normalise.js';
export { sentencesOf } from './sentences.js';
export { loadEnglishWords, Speller, WordSet } from './spelling.js';
export { stemOf } from './stem.js';
