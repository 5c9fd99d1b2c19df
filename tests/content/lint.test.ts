import { describe, expect, it } from 'vitest';
import { lintPack, type Reference } from '../../src/content/lint/index.js';
import { gradeOf, withoutTerms } from '../../src/content/lint/readability.js';
import { formatProblem } from '../../src/errors.js';
import { type Changes, writePack } from './fixture.js';

async function complaints(changes: Changes, references: Reference[] = []): Promise<string[]> {
  const { problems } = await lintPack(writePack(changes), references);
  return problems.map(formatProblem);
}

const OAK = 'trees/oak.yaml';
const ELM = 'trees/elm.yaml';
const FIRE = 'urgent/fire.yaml';
const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const relatedTo = (ids: string) => swap(/related: \[.*\]/, `related: [${ids}]`);

const LONG = `${'It is a fine old tree. '.repeat(160)}`;
const HARD =
  'Notwithstanding considerable environmental variability, arboricultural intervention necessitates ' +
  'comprehensive understanding of photosynthetic productivity and physiological adaptability. ';

describe('a pack with nothing weak', () => {
  it('has no problem, and its summary says how large it is and who has reviewed it', async () => {
    const { problems, summary } = await lintPack(writePack());
    expect(problems).toEqual([]);
    expect(summary).toBe(
      '6 topics, 278 utterances, 600 to decline, 150 concepts; 0 of 5 cards reviewed by a clinician',
    );
  });

  it('counts the cards that a clinician has signed', async () => {
    const dir = writePack({ [OAK]: swap('title:', 'reviewed_by: A. Doctor, May 2026\ntitle:') });
    expect((await lintPack(dir)).summary).toContain('1 of 5 cards reviewed');
  });
});

describe('lint names', () => {
  it.each<[string, Changes, string]>([
    [
      'too few utterances of a card',
      { [OAK]: swap('  - oak question 0\n', '') },
      'pack/trees/oak.yaml:24 utterances: has 59 utterances; write at least 60',
    ],
    [
      'too few utterances of small talk',
      { 'chat/hello.yaml': swap('  - hello 0\n', '') },
      'pack/chat/hello.yaml:6 utterances: has 29 utterances; write at least 30',
    ],
    [
      'too few questions about an urgent topic',
      { [FIRE]: swap('  - what is fire 0\n', '') },
      'utterances: has 7 utterances; write at least 8',
    ],
    [
      'too few utterances to decline',
      { 'out-of-scope.yaml': swap('  - far away 0\n', '') },
      'pack/out-of-scope.yaml:1: has 599 utterances to decline; write at least 600',
    ],
    [
      'an utterance given twice, but for case and marks',
      { [OAK]: swap('oak question 7\n', '"Oak   QUESTION 6?"\n') },
      'pack/trees/oak.yaml:32 utterances[7]: has the same words as pack/trees/oak.yaml:31; remove one of the two',
    ],
    [
      'an utterance of two topics',
      { [OAK]: swap('oak question 7\n', 'elm question 7\n') },
      'pack/trees/oak.yaml:32 utterances[7]: has the same words as pack/trees/elm.yaml:32; keep it where it belongs',
    ],
    [
      'nearly the same utterance in two topics',
      {
        [ELM]: swap('elm question 7\n', 'how tall does an old tree grow in the shade\n'),
        [OAK]: swap('oak question 7\n', 'how tall do old trees grow in shade\n'),
      },
      'pack/trees/oak.yaml:32 utterances[7]: has nearly the same words as pack/trees/elm.yaml:32',
    ],
    [
      'an utterance that is also to be declined',
      { 'out-of-scope.yaml': swap('far away 3\n', 'oak question 3\n') },
      'pack/out-of-scope.yaml:5 far[3]: has the same words as pack/trees/oak.yaml:28',
    ],
    [
      'too few tips',
      { [OAK]: swap('  - text: Count its rings.\n    sources: [kew]\n', '') },
      'pack/trees/oak.yaml:14 tips: has only 3; write at least 4',
    ],
    [
      'small talk that leads nowhere',
      { 'chat/hello.yaml': relatedTo('') },
      'pack/chat/hello.yaml:5 related: has no entry; write at least 3',
    ],
    [
      'an urgent topic that leads nowhere',
      { [FIRE]: relatedTo('') },
      'related: has no entry; write at least 1',
    ],
    [
      'a card too long for Discord',
      { [OAK]: swap('It has bark and leaves.', LONG) },
      'pack/trees/oak.yaml:1 title: makes a card of 3836 characters',
    ],
    [
      'a card that reads too hard, at its hardest part',
      { [OAK]: swap('It has bark and leaves.', HARD.repeat(2)) },
      'pack/trees/oak.yaml:8 points[0].text: the card reads at grade ',
    ],
    [
      'an amount that is not marked as one',
      { [OAK]: swap('It has bark and leaves.', 'It drinks 1,200 mg a day.') },
      'pack/trees/oak.yaml:8 points[0].text: names an amount (1,200 mg) without being marked as one; add amount: true',
    ],
    [
      'an amount in words',
      { [OAK]: swap('It has bark and leaves.', 'It drinks ten micrograms a day.') },
      'names an amount (ten micrograms)',
    ],
    [
      'an amount in a tip',
      { [OAK]: swap('Look up at it.', 'Keep a BMI over 19.') },
      'pack/trees/oak.yaml:15 tips[0].text: names an amount (BMI over 19) without being marked as one; move the figure to a point',
    ],
    [
      'a marked amount outside the points',
      { [OAK]: swap('- text: Look up at it.', '- amount: true\n    text: Look up at it.') },
      'pack/trees/oak.yaml:15 tips[0].amount: holds an amount outside the points; move it to a point',
    ],
    [
      'a product in an urgent topic',
      { [FIRE]: swap('intro: Keep calm.', 'intro: Take your Bird Box with you.') },
      'intro: names a product (bird box); leave it out',
    ],
    [
      'the way from an urgent topic to a product',
      { [FIRE]: relatedTo('trees/oak, trees/ash, trees/elm') },
      'related[0]: leads to trees/oak, which shows a product; name another topic',
    ],
    [
      'a phrase that stands for two concepts',
      { 'lexicon.yaml': swap('phrase 3]', 'phrases 2]') },
      'pack/lexicon.yaml:4 concept-3.phrases[0]: "phrases 2" already stands for concept-2',
    ],
    [
      'a lexicon with too few concepts',
      { 'lexicon.yaml': swap('concept-3: { say: it, phrases: [phrase 3] }\n', '') },
      'pack/lexicon.yaml:1: has 149 concepts; write at least 150',
    ],
  ])('%s', async (_, changes, problem) => {
    const found = await complaints(changes);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(problem);
  });

  it('a card that no chain of related topics leads to', async () => {
    const found = await complaints({
      'trees/ash.yaml': relatedTo('trees/elm, trees/yew, chat/hello'),
      [ELM]: relatedTo('trees/ash, trees/yew, chat/hello'),
      'trees/yew.yaml': relatedTo('trees/ash, trees/elm, chat/hello'),
    });
    expect(found).toEqual([
      'pack/trees/oak.yaml:1 title: cannot be reached: no chain of related topics leads here; name trees/oak in the related topics of a card such as trees/ash',
    ]);
  });

  it('a card from which no chain leads back', async () => {
    const found = await complaints({ [OAK]: relatedTo('chat/hello, urgent/fire, chat/bye') });
    expect(found.join()).toContain('names chat/bye, which is no topic');
    const [problem] = await complaints({
      [OAK]: relatedTo('chat/hello, urgent/fire, chat/bye'),
      'chat/bye.yaml': BYE,
    });
    expect(problem).toMatch(/^pack\/trees\/oak.yaml:23 related: is a dead end/);
  });

  it('nothing weak in a list that is broken', async () => {
    const found = await complaints({ 'lexicon.yaml': 'a: b', 'out-of-scope.yaml': 'far: [1]' });
    expect(found.map((problem) => problem.split(';')[0])).toEqual([
      'pack/lexicon.yaml:1 a: must be a block of fields',
      'pack/out-of-scope.yaml:1 far[0]: must be a text',
    ]);
  });

  it('broken things and weak things at once', async () => {
    const found = await complaints({
      [ELM]: swap('label: The elm\n', ''),
      [OAK]: swap('  - oak question 0\n', ''),
    });
    expect(found).toEqual([
      'pack/trees/elm.yaml:1 label: is missing; add it',
      'pack/trees/oak.yaml:24 utterances: has 59 utterances; write at least 60',
    ]);
  });
});

const BYE = `title: Bye
label: Bye
lines:
  - - Bye now.
related: [trees/ash, trees/elm, trees/yew]
utterances:
${Array.from({ length: 30 }, (_, i) => `  - bye ${i}\n`).join('')}`;

describe('with a text to hold it against, lint names', () => {
  const book: Reference = {
    name: 'book.md',
    text: 'A tree will often **shelter many small birds from the cold wind** in January.',
  };

  it('seven words in a row, whatever their case and marks', async () => {
    const copy = swap('Look up at it.', 'It may shelter many small birds, from the cold sea.');
    expect(await complaints({ [OAK]: copy }, [book])).toEqual([
      'pack/trees/oak.yaml:15 tips[0].text: shares 7 words in a row with book.md (shelter many small birds from the cold); say it in other words',
    ]);
  });

  it('no six words in a row', async () => {
    const copy = swap('Look up at it.', 'It may shelter many small birds from the sea.');
    expect(await complaints({ [OAK]: copy }, [book])).toEqual([]);
  });

  it('no do-line, disclaimer, product name or source title', async () => {
    const words = 'shelter many small birds from the cold wind';
    const copies: Changes = {
      [FIRE]: swap(/^do:\n {2}- .*$/m, `do:\n  - ${words}`),
      'wording.yaml': swap(/^disclaimer: .*$/m, `disclaimer: ${words}`),
    };
    expect(await complaints(copies, [book])).toEqual([]);
    const named: Changes = {
      'products.yaml': swap('GRN BirdBox for Small Birds and Bats', words),
      [OAK]: swap('Look up at it.', `Hang up a "${words}".`),
    };
    expect(await complaints(named, [book])).toEqual([]);
    expect(await complaints({ 'sources.yaml': swap('The tree book', words) }, [book])).toEqual([]);
  });
});

describe('the grade of a text', () => {
  it('follows the formula of Flesch and Kincaid', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59
    expect(gradeOf(['The cat sat on the mat.'])).toBeCloseTo(-1.45, 5);
    // 5 words, 2 sentences, 9 syllables: 0.39 × 2.5 + 11.8 × 1.8 − 15.59
    expect(gradeOf(['Yellow tigers.', 'A banana tree.'])).toBeCloseTo(
      0.39 * 2.5 + 11.8 * 1.8 - 15.59,
      5,
    );
  });

  it('is 0 where there are no words', () => {
    expect(gradeOf([])).toBe(0);
    expect(gradeOf(['…'])).toBe(0);
  });

  it('counts a medical term of the lexicon, the longest first, as one short word', () => {
    const plain = withoutTerms([
      { id: 'a', say: 'x', phrases: ['photosynthesis', 'dark photosynthesis'], medical: true },
      { id: 'b', say: 'x', phrases: ['bark'] },
    ]);
    expect(plain('Dark photosynthesis feeds bark.')).toBe('this feeds bark');
  });
});
