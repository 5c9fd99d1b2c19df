/**
 * A trained model as bytes, so that it is trained once and read in milliseconds: the length of the head
 * (32 bits), the head in V8's serialisation, and the classifier's weights, which are most of it and are
 * used where they lie in the bytes rather than copied.
 */
import { deserialize, serialize } from 'node:v8';
import { WordSet } from '../text/index.js';
import type { MatcherModel } from './model.js';

/** Raised whenever the shape of the model changes, so that an old file is never misread. */
const FORMAT = 4;

interface Head {
  format: number;
  /** What the model was trained on, as its caller names it. */
  trainedOn: string;
  model: Omit<MatcherModel, 'english' | 'classifier'> & { english: Uint32Array };
  classifier: Omit<MatcherModel['classifier'], 'weights'>;
  weights: number;
}

const LENGTH_BYTES = 4;
/** Weights are 16-bit numbers: they must begin at an even place. */
const placeOfWeights = (headLength: number) => Math.ceil((LENGTH_BYTES + headLength) / 2) * 2;

/**
 * @param trainedOn names the training data, such as the hash of the pack.
 * @throws TypeError when the classifier is not `compact`.
 */
export function serialiseModel(model: MatcherModel, trainedOn: string): Uint8Array {
  const { classifier, english, ...rest } = model;
  const { weights, ...shape } = classifier;
  if (!(weights instanceof Int16Array)) throw new TypeError('only a compact classifier is kept');
  const head = serialize({
    format: FORMAT,
    trainedOn,
    model: { ...rest, english: english.hashes },
    classifier: shape,
    weights: weights.length,
  } satisfies Head);
  const place = placeOfWeights(head.length);
  const bytes = new Uint8Array(place + weights.byteLength);
  new DataView(bytes.buffer).setUint32(0, head.length);
  bytes.set(head, LENGTH_BYTES);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength), place);
  return bytes;
}

/**
 * Reads what `serialiseModel` wrote. The model goes on using the bytes.
 *
 * @returns undefined when the bytes are of another format, of other training data, or damaged:
 *   the caller trains anew.
 */
export function deserialiseModel(bytes: Uint8Array, trainedOn: string): MatcherModel | undefined {
  try {
    const even = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice();
    const length = new DataView(even.buffer, even.byteOffset).getUint32(0);
    const head = deserialize(even.subarray(LENGTH_BYTES, LENGTH_BYTES + length)) as Head;
    if (head.format !== FORMAT || head.trainedOn !== trainedOn) return undefined;
    const place = even.byteOffset + placeOfWeights(length);
    const weights = new Int16Array(even.buffer, place, head.weights);
    const english = new WordSet(head.model.english);
    return { ...head.model, english, classifier: { ...head.classifier, weights } };
  } catch {
    return undefined;
  }
}
