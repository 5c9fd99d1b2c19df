/** Utterances are what the matcher learns from: enough of them, and none that pulls two ways. */
import type { ContentProblem } from '../../errors.js';
import { stemOf, wordsOf } from '../../text/index.js';
import type { TopicKind } from '../layout.js';
import type { PackReading } from '../load.js';
import { type FieldPath, problemAt, type YamlFile } from '../yaml-file.js';
import { topicProblem, wholeFile } from './rule.js';
import { type Text, twinsOf } from './twins.js';

const OUT_OF_SCOPE = 'out-of-scope.yaml';
const CALIBRATION = 'calibration.yaml';

/**
 * The fewest utterances a topic may have. A classifier on ten a topic misses every third question,
 * and each doubling is worth about ten points; small talk and urgent topics are asked in fewer ways.
 */
const FEWEST: Record<TopicKind, number> = { card: 60, chat: 30, urgent: 8 };
const FEWEST_OUT_OF_SCOPE = 600;

/** Words that carry no intent. Question words and "not" are not among them: they do. */
const EMPTY_WORDS = new Set(
  (
    'a an and am are as at be been but by did do does for from get got had has have he her him his i if ' +
    'in into is it its just like me my of on or our please really she so some than that the their them ' +
    'then there they this to us was we were will with would you your'
  ).split(' '),
);

export function fewUtterances(reading: PackReading): ContentProblem[] {
  const { topics, outOfScope } = reading.draft;
  const problems = topics.flatMap((topic) => {
    const fewest = FEWEST[topic.kind];
    const { length } = topic.utterances;
    if (length >= fewest) return [];
    const what = `has ${length} utterances`;
    return [topicProblem(reading, topic, ['utterances'], what, `write at least ${fewest}`)];
  });
  const declined = wholeFile(reading, OUT_OF_SCOPE);
  if (declined && outOfScope.length < FEWEST_OUT_OF_SCOPE) {
    const what = `has ${outOfScope.length} utterances to decline`;
    problems.push(problemAt(declined, [], what, `write at least ${FEWEST_OUT_OF_SCOPE}`));
  }
  return problems;
}

/** Utterances, declined ones and calibration questions that say the same as an earlier one, wherever it stands. */
export function repeatedUtterances(reading: PackReading): ContentProblem[] {
  const utterances = [...allUtterances(reading)];
  return twinsOf(utterances).flatMap((twin, at) => {
    if (!twin) return [];
    const { yaml, path, home } = utterances[at]!;
    const earlier = utterances[twin.of]!;
    const where = `${earlier.yaml.file}:${earlier.yaml.placeOf(earlier.path).line}`;
    const what = `has ${twin.exact ? '' : 'nearly '}the same words as ${where}`;
    const mend =
      home === earlier.home
        ? 'remove one of the two'
        : 'keep it where it belongs, and remove it from the other';
    return [problemAt(yaml, path, what, mend)];
  });
}

interface Utterance extends Text {
  yaml: YamlFile;
  path: FieldPath;
  /** The topic's id, or the file of those that belong to none. */
  home: string;
}

function* allUtterances(reading: PackReading): Generator<Utterance> {
  for (const topic of reading.draft.topics) {
    const yaml = reading.files.get(`${topic.id}.yaml`)!;
    for (const [i, text] of topic.utterances.entries()) {
      yield read(text, { yaml, path: ['utterances', i], home: topic.id });
    }
  }
  const calibration = wholeFile(reading, CALIBRATION);
  if (calibration) {
    for (const [i, { text }] of reading.draft.calibration.entries()) {
      yield read(text, { yaml: calibration, path: [i, 'text'], home: CALIBRATION });
    }
  }
  const yaml = wholeFile(reading, OUT_OF_SCOPE);
  if (!yaml) return;
  // The draft holds them without their groups, and a problem needs both.
  for (const [group, texts] of Object.entries(yaml.value as Record<string, string[]>)) {
    for (const [i, text] of texts.entries()) {
      yield read(text, { yaml, path: [group, i], home: OUT_OF_SCOPE });
    }
  }
}

function read(text: string, place: Pick<Utterance, 'yaml' | 'path' | 'home'>): Utterance {
  const all = wordsOf(text);
  const words = [...new Set(all.filter((word) => !EMPTY_WORDS.has(word)).map(stemOf))];
  return { ...place, key: all.join(' ') || text.trim(), words };
}
