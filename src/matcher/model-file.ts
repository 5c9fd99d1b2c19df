/** A trained model as bytes, so that it is trained once and read in milliseconds. */
import { deserialize, serialize } from 'node:v8';
import { WordSet } from '../text/index.js';
import type { MatcherModel } from './model.js';

/** Raised whenever the shape of the model changes, so that an old file is never misread. */
const FORMAT = 3;

interface ModelFile {
  format: number;
  /** What the model was trained on, as its caller names it. */
  trainedOn: string;
  model: Omit<MatcherModel, 'english'> & { english: Uint32Array };
}

/** @param trainedOn names the training data, such as the hash of the pack. */
export function serialiseModel(model: MatcherModel, trainedOn: string): Uint8Array {
  const file: ModelFile = {
    format: FORMAT,
    trainedOn,
    model: { ...model, english: model.english.hashes },
  };
  return serialize(file);
}

/**
 * Reads what `serialiseModel` wrote.
 *
 * @returns undefined when the bytes are of another format, of other training data, or damaged:
 *   the caller trains anew.
 */
export function deserialiseModel(bytes: Uint8Array, trainedOn: string): MatcherModel | undefined {
  try {
    const file = deserialize(bytes) as ModelFile;
    if (file.format !== FORMAT || file.trainedOn !== trainedOn) return undefined;
    return { ...file.model, english: new WordSet(file.model.english) };
  } catch {
    return undefined;
  }
}
