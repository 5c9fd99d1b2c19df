import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import {
  createSignReader,
  createTriage,
  type SecondOpinionModel,
  safetyWords,
  trainSecondOpinion,
} from '../../src/safety/index.js';
import { loadEnglishWords } from '../../src/text/index.js';
import { safetyData, urgentTopics } from './pack.js';

const safety = safetyData();
const topics = urgentTopics();
const english = loadEnglishWords();
const data = {
  examples: Object.fromEntries(
    Object.entries(safety.examples).map(([name, list]) => [`urgent/${name}`, list]),
  ),
  calm: Object.values(safety.calm).flat(),
  ordinary: ['how much calcium do I need?', 'which exercises are good for weak bones?'],
  falseAlarmRate: 0.01,
};
const model = trainSecondOpinion(
  data,
  createSignReader(safety, topics, english, safetyWords(safety, topics, english)),
);

describe('the second opinion', () => {
  it('keeps within the false-alarm rate it was given, on messages it had not seen', () => {
    expect(model.measured.falseAlarms).toBeLessThanOrEqual(0.01);
    expect(model.measured.recall).toBeGreaterThan(0.1);
  });

  it('only ever adds alarms to those of the rules that need no nod', () => {
    const sure = topics.map((topic) => ({ ...topic, rules: topic.rules.filter((r) => !r.hint) }));
    const alone = createTriage(safety, sure, { english });
    const together = createTriage(safety, topics, { english, secondOpinion: model });
    const texts = [safety.calm, safety.examples].flatMap((lists) => Object.values(lists).flat());
    for (const text of texts.filter((_, at) => at % 5 === 0)) {
      const before = alone(text).flags.map(({ topic }) => topic);
      const after = together(text).flags.map(({ topic }) => topic);
      expect([text, after]).toEqual([text, expect.arrayContaining(before)]);
    }
  });

  it('follows a hint at a lower bar than it sets itself', () => {
    expect(model.hintThreshold).toBeLessThan(model.threshold);
  });

  it('says the same after a trip through a file', () => {
    const copy = deserialize(serialize(model)) as SecondOpinionModel;
    const text = 'my legs feel like they belong to somebody else and I am scared';
    expect(createTriage(safety, topics, { english, secondOpinion: copy })(text)).toEqual(
      createTriage(safety, topics, { english, secondOpinion: model })(text),
    );
  });
});
