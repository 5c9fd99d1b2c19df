import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import {
  createSignReader,
  createTriage,
  type SecondOpinionModel,
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
  calm: safety.calm,
  ordinary: ['how much calcium do I need?', 'which exercises are good for weak bones?'],
  falseAlarmRate: 0.01,
};
const model = trainSecondOpinion(data, createSignReader(safety, topics, english));

describe('the second opinion', () => {
  it('keeps within the false-alarm rate it was given, on messages it had not seen', () => {
    expect(model.measured.falseAlarms).toBeLessThanOrEqual(0.01);
    expect(model.measured.recall).toBeGreaterThan(0.1);
  });

  it('only ever adds alarms', () => {
    const alone = createTriage(safety, topics, english);
    const together = createTriage(safety, topics, english, model);
    const texts = [...safety.calm, ...Object.values(safety.examples).flat()];
    for (const text of texts.filter((_, at) => at % 5 === 0)) {
      const before = alone(text).flags;
      if (before.length > 0) expect(together(text).flags).toEqual(before);
    }
  });

  it('says the same after a trip through a file', () => {
    const copy = deserialize(serialize(model)) as SecondOpinionModel;
    const text = 'my legs feel like they belong to somebody else and I am scared';
    expect(createTriage(safety, topics, english, copy)(text)).toEqual(
      createTriage(safety, topics, english, model)(text),
    );
  });
});
