import { describe, expect, it } from 'vitest';
import { openProduct } from '../../src/product.js';
import { createTriage } from '../../src/safety/index.js';
import { loadEnglishWords } from '../../src/text/index.js';
import { safetyData, urgentTopics } from './pack.js';

const { triage } = await openProduct(() => {});
const everyRuleAlarms = createTriage(safetyData(), urgentTopics(), { english: loadEnglishWords() });
const topicsOf = (text: string, by = triage) => by(text).flags.map(({ topic }) => topic);

describe('a rule that is only a hint', () => {
  it.each([
    'we overdosed on box sets this weekend and my back is stiff',
    'sales fell off a cliff and I am glued to my desk chair',
    'breathless with excitement about my scan result',
  ])('raises nothing where the second opinion reads something harmless: %s', (text) => {
    expect(topicsOf(text, everyRuleAlarms)).not.toEqual([]);
    expect(topicsOf(text)).toEqual([]);
  });

  it.each([
    ['I think I have overdosed on my tablets', 'urgent/overdose'],
    ['he fell off a ladder an hour ago and his back is agony', 'urgent/serious-injury'],
    ["mum's face has dropped on one side and she can't speak", 'urgent/heart-lungs-aorta'],
  ])('raises its flag where the second opinion leans that way: %s', (text, topic) => {
    expect(topicsOf(text)).toContain(topic);
  });
});

describe('a long message', () => {
  const STORY =
    'I have been meaning to write for weeks because my sister keeps sending me articles about milk and cheese and ' +
    'nuts and I never know which of them to believe, and then the physio told me to walk more and the gym wants me ' +
    'to lift things, and the garden needs digging, and the dog wants his walk whatever the weather is like';
  const SIGN = 'since this morning I cannot feel anything when I wipe';

  it('is calm without a sign', () => {
    expect(topicsOf(STORY)).toEqual([]);
  });

  it.each(['before', 'after', 'in the middle'])('does not drown a sign that stands %s', (place) => {
    const text = {
      before: `${SIGN} ${STORY}`,
      after: `${STORY} ${SIGN}`,
      'in the middle': STORY.replace('and then the physio', `and ${SIGN} and then the physio`),
    }[place]!;
    expect(topicsOf(text)).toContain('urgent/cauda-equina');
  });

  it('is read to its end, however long', () => {
    expect(topicsOf(`${STORY} `.repeat(40) + SIGN)).toContain('urgent/cauda-equina');
  });
});
