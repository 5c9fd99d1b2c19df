import { describe, expect, it } from 'vitest';
import type { Bot } from '../../src/bot.js';
import type { ContentPack } from '../../src/content/pack.js';
import { changesBetween } from '../../src/evaluation/compare.js';
import { htmlOf } from '../../src/evaluation/html.js';
import { progressBar } from '../../src/evaluation/progress.js';
import { evaluate, type Report } from '../../src/evaluation/report.js';
import { changesText, safetyMissesOf, summaryOf } from '../../src/evaluation/summary.js';
import type { Reply } from '../../src/reply.js';
import type { Triage } from '../../src/safety/types.js';

const HELP = 'help';
const calm: Triage = { flags: [], softFlags: [], productRisks: [], olderPerson: false };

/** A bot that calls for help on one word, knows the topic of another, and declines the rest. */
function reportOf(known: string): Promise<Report> {
  const bot: Pick<Bot, 'respond'> = {
    async respond({ text }): Promise<Reply> {
      const base = { lead: [], offered: [], ranking: [], footer: '' };
      const topic = text.includes(known) ? 'fruit/apple' : 'fruit/pear';
      const card = { type: 'chat' as const, topic, category: 'fruit', title: topic };
      if (text.includes(HELP)) {
        const urgent = { topic: 'urgent/choking', title: 'Choking', lines: [], numbers: [] };
        return { ...base, kind: 'urgent', cards: [urgent] };
      }
      if (text.includes('car')) return { ...base, kind: 'fallback', lines: [] };
      const cards = [{ ...card, related: [], lines: [], examples: [] }];
      return { ...base, kind: 'answer', notes: [], cards };
    },
  };
  const questions = [
    { text: '<b>an apple</b>', accept: ['fruit/apple'], style: 'keywords' },
    { text: 'a pear', accept: ['fruit/pear'], style: 'markup' },
    { text: 'my car', accept: [], style: 'far' },
  ];
  return evaluate(
    {
      heldOut: questions,
      safety: [
        { text: HELP, flags: ['urgent/choking'], group: 'choking' },
        { text: 'cough', flags: ['urgent/choking'], group: 'choking' },
        { text: `no ${HELP}`, flags: [], group: 'calm' },
      ],
      dialogues: [
        { name: 'a talk', turns: [{ say: 'my car', kind: 'fallback' }] },
        { name: 'two: a pear and a plum', turns: [{ say: 'pear', answered: ['fruit/pear'] }] },
        { name: 'one: pear', turns: [{ say: 'pear', answered: ['fruit/apple'] }] },
      ],
    },
    {
      bot: bot as Bot,
      pack: { hash: 'abc', topics: [], calibration: questions } as unknown as ContentPack,
      matcher: {
        match: (text) => ({
          decision: 'answer',
          topics: [{ id: 'fruit/apple', confidence: text.includes('apple') ? 0.9 : 0.2 }],
          choices: [],
        }),
        explain: () => ({ words: [], corrections: [], concepts: [], topics: [] }),
      },
      triage: () => calm,
    },
    () => 0,
    () => {},
  );
}

describe('the evaluation', () => {
  it('scores topics, safety and dialogues from one run', async () => {
    const { heldOut, safety, talks } = await reportOf('apple');
    expect(heldOut.asTyped.all).toEqual({ right: 2, declined: 1 });
    expect(heldOut.asTyped.alarms).toBe(0);
    expect(heldOut.asTyped.perTopic['fruit/pear']).toEqual({ right: 1 });
    expect(heldOut.asTyped.perStyle.far).toEqual({ declined: 1 });
    expect(heldOut.asTyped.matcher).toMatchObject({ firstRight: 0.5, auroc: 0.75 });
    expect(safety.asTyped).toMatchObject({ urgent: 2, caught: 1, calm: 1, falseAlarms: 1 });
    expect(talks).toMatchObject({
      turns: { right: 1, of: 1 },
      several: { right: 1, of: 1 },
      single: { right: 0, of: 1 },
    });
  });

  it('lists every safety message that went wrong', async () => {
    const text = safetyMissesOf(await reportOf('apple'));
    expect(text).toContain('"cough"');
    expect(text).toContain(`"no ${HELP}"`);
  });

  it('marks the figures that are short of their goal', async () => {
    const summary = summaryOf(await reportOf('apple'));
    expect(summary).toMatch(/^! caught +50\.0% {2}at least 97\.0%$/m);
    expect(summary).toMatch(/^ {2}right card first +100\.0%/m);
  });
});

describe('two reports', () => {
  it('differ by figures and by single questions', async () => {
    const changes = changesBetween(await reportOf('apple'), await reportOf('plum'));
    expect(changes.questions).toContainEqual({
      set: 'held out',
      text: '<b>an apple</b>',
      before: 'right',
      now: 'wrong',
    });
    expect(changesText(changes)).toContain('held out: right card first');
  });

  it('do not differ when nothing changed', async () => {
    const report = await reportOf('apple');
    expect(changesText(changesBetween(report, report))).toBe('Nothing changed.');
  });
});

describe('the page', () => {
  it('needs nothing from elsewhere and keeps questions from being read as markup', async () => {
    const report = await reportOf('plum');
    const page = htmlOf(report, changesBetween(await reportOf('apple'), report));
    expect(page).not.toMatch(/<(script|link|img|iframe)|\bsrc=|url\(|https?:/);
    expect(page).not.toContain('<b>an apple</b>');
    expect(page).toContain('&#60;b&#62;');
  });

  it('draws what there is and no not-a-number', async () => {
    const page = htmlOf(await reportOf('plum'));
    expect(page.match(/<svg/g)?.length).toBeGreaterThanOrEqual(6);
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('the progress bar', () => {
  it('is drawn on a terminal only, and leaves nothing behind', () => {
    const drawn: string[] = [];
    const write = (text: string) => drawn.push(text);
    const quiet = progressBar({ write }, 'Asking');
    quiet(1, 2);
    expect(drawn).toEqual([]);
    const loud = progressBar({ isTTY: true, write }, 'Asking');
    for (let done = 1; done <= 1000; done++) loud(done, 1000);
    expect(drawn.length).toBeLessThanOrEqual(101);
    expect(drawn[0]).toContain('Asking [');
    expect(drawn.at(-1)).toBe('\r\u001b[K');
  });
});
