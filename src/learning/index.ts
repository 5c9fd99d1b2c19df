export { emitLetters, emitPairs, isLetters } from './features.js';
export { shuffled } from './random.js';
export {
  compact,
  DEFAULT_SVM,
  type LinearModel,
  type SvmOptions,
  scoreInto,
  trainSvm,
} from './svm.js';
export {
  type FeatureGroup,
  type SparseVector,
  Vectoriser,
  type VectoriserData,
} from './vectoriser.js';
