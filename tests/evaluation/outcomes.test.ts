import { describe, expect, it } from 'vitest';
import { outcomeOf, sharesOf } from '../../src/evaluation/topics.js';
import type { Card, Reply } from '../../src/reply.js';

const base = { lead: [], ranking: [], footer: '' };
const offered = (...topics: string[]) => topics.map((topic) => ({ topic, label: topic }));
const answer = (...topics: string[]): Reply => ({
  ...base,
  kind: 'answer',
  notes: [],
  offered: offered('lifestyle/sleep'),
  cards: topics.map(
    (topic): Card => ({
      type: 'chat',
      topic,
      category: 'chat',
      title: topic,
      related: [],
      lines: ['Hello.'],
      examples: [],
    }),
  ),
});
const clarify = (...topics: string[]): Reply => ({
  ...base,
  kind: 'clarify',
  question: 'Which?',
  offered: offered(...topics),
});
const fallback: Reply = { ...base, kind: 'fallback', lines: ['No.'], offered: [] };

describe('the outcome of a question that a topic covers', () => {
  const question = { accept: ['nutrients/calcium', 'nutrients/bone-friendly-foods'] };

  it('is right when any acceptable card comes first', () => {
    expect(outcomeOf(question, answer('nutrients/bone-friendly-foods')).outcome).toBe('right');
  });

  it('is offered when an acceptable topic is among the choices, or its card comes second', () => {
    const choices = clarify('lifestyle/sleep', 'nutrients/calcium');
    expect(outcomeOf(question, choices).outcome).toBe('offered');
    const second = answer('lifestyle/sleep', 'nutrients/calcium');
    expect(outcomeOf(question, second).outcome).toBe('offered');
  });

  it('is wrong when only other cards are shown, whatever else is offered with them', () => {
    const alone = { accept: ['lifestyle/sleep'] };
    expect(outcomeOf(alone, answer('nutrients/calcium')).outcome).toBe('wrong');
  });

  it('is missed when it is neither shown nor offered', () => {
    expect(outcomeOf(question, fallback).outcome).toBe('missed');
    expect(outcomeOf(question, clarify('lifestyle/sleep')).outcome).toBe('missed');
  });
});

describe('the outcome of a question to decline', () => {
  it('tells declining, offering and answering apart', () => {
    const outcomes = [fallback, clarify('lifestyle/sleep'), answer('lifestyle/sleep')].map(
      (reply) => outcomeOf({ accept: [] }, reply).outcome,
    );
    expect(outcomes).toEqual(['declined', 'declined by an offer', 'answered all the same']);
  });
});

describe('sharesOf', () => {
  it('counts covered and uncovered questions apart', () => {
    const shares = sharesOf({
      right: 6,
      offered: 2,
      wrong: 1,
      missed: 1,
      declined: 3,
      'declined by an offer': 1,
    });
    expect(shares).toMatchObject({ covered: 10, uncovered: 4, right: 0.6, rightOrOffered: 0.8 });
    expect(shares).toMatchObject({ wrong: 0.1, declined: 1, outright: 0.75 });
  });

  it('is zero where there is nothing', () => {
    expect(sharesOf({}).right).toBe(0);
  });
});
