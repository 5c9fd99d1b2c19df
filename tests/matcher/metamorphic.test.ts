import { beforeAll, describe, expect, it } from 'vitest';
import type { ContentPack } from '../../src/content/pack.js';
import { withTypos } from '../../src/evaluation/typos.js';
import type { Matcher } from '../../src/matcher/index.js';
import { openProduct } from '../../src/product.js';

// Laws of what must not change the card, and of what must, on the shipped pack and its labelled questions.

let matcher: Matcher;
let questions: ContentPack['calibration'];
let answered: ContentPack['calibration'];
beforeAll(async () => {
  const product = await openProduct(() => {});
  matcher = product.matcher;
  questions = product.pack.calibration;
  answered = questions.filter(({ text }) => matcher.match(text).decision === 'answer');
}, 180_000);

const first = (text: string) => matcher.match(text).topics[0]?.id;

/** The share of answered questions whose best topic is the same after the change, 0 to 1. */
function kept(change: (text: string) => string, of = answered): number {
  const same = of.filter(({ text }) => first(change(text)) === first(text));
  return same.length / of.length;
}

describe('nothing at all changes with', () => {
  const changes: Record<string, (text: string) => string> = {
    'capital letters': (text) => text.toUpperCase(),
    emoji: (text) => `🦴 ${text} 😭😭`,
    'final punctuation': (text) => `${text}!!!`,
    blanks: (text) => `  ${text.replaceAll(' ', ' \u00a0')} \n`,
    'curly apostrophes': (text) => text.replaceAll("'", '’'),
    'full-width letters': (text) =>
      text.replace(/[a-z]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0)),
  };
  it.each(Object.entries(changes))('%s', (_, change) => {
    for (const { text } of questions)
      expect(matcher.match(change(text))).toEqual(matcher.match(text));
  });
});

describe('the card stays', () => {
  it.each(['hi, …', 'um so …', 'quick question: …', '… please', 'does anyone know …'])(
    'in 95 of 100 questions with filler: %s',
    (filler) => {
      expect(kept((text) => filler.replace('…', text))).toBeGreaterThanOrEqual(0.95);
    },
  );

  it('in 95 of 100 questions with typos', () => {
    expect(kept(withTypos)).toBeGreaterThanOrEqual(0.95);
  });

  it('in whatever order keywords stand', () => {
    const keywords = answered.filter(({ style }) => style === 'keywords');
    expect(keywords.length).toBeGreaterThan(20);
    const turned = (text: string) => text.split(' ').reverse().join(' ');
    expect(kept(turned, keywords)).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    ['does estrogen protect bones', 'does oestrogen protect bones'],
    ['does fiber stop calcium', 'does fibre stop calcium'],
    ['mom keeps falling', 'mum keeps falling'],
    ['calcium in yogurt', 'calcium in yoghurt'],
  ])('in US and UK spelling: %s', (us, uk) => {
    expect(matcher.match(us)).toEqual(matcher.match(uk));
  });
});

describe('the card changes', () => {
  const NUTRIENTS = ['calcium', 'magnesium', 'vitamin d', 'vitamin k'];
  it.each(['how much … do i need', 'which foods have …', '… for bones', 'am i short of …'])(
    'with the nutrient: %s',
    (question) => {
      const cards = NUTRIENTS.map((nutrient) => first(question.replace('…', nutrient)));
      expect(cards).toEqual(NUTRIENTS.map((nutrient) => `nutrients/${nutrient.replace(' ', '-')}`));
    },
  );

  it('with the habit', () => {
    const cards = ['smoking', 'alcohol', 'coffee', 'sugar'].map((habit) =>
      first(`is ${habit} bad for bones`),
    );
    expect(new Set(cards).size).toBe(4);
  });

  it('with a "not" that turns what to do into what to avoid', () => {
    const safe = first('exercises i should do with thin bones');
    expect(first('exercises i should not do with thin bones')).not.toBe(safe);
  });

  it.each(['knee', 'ankle', 'wrist', 'thumb'])(
    'with the part of the body: nothing is answered about a %s',
    (part) => {
      const { decision } = matcher.match(`why does my ${part} hurt in the morning`);
      expect(decision).toBe('fallback');
      expect(matcher.match('why does my lower back hurt in the morning').decision).not.toBe(
        decision,
      );
    },
  );
});
