import { describe, expect, it } from 'vitest';
import { actionLine, signsCard, urgentCards } from '../../src/conversation/urgent-card.js';
import { REGIONS } from '../../src/message.js';
import { safetyData, urgentTopics } from './pack.js';

const topics = urgentTopics();
const { numbers } = safetyData();
const flags = (...names: string[]) => names.map((name) => ({ topic: `urgent/${name}` }));

describe.each(REGIONS)('an urgent card in region %s', (region) => {
  const place = { numbers, region };

  it.each(topics)('says in at most five lines what to do for $id, with real numbers', ({ id }) => {
    const [card] = urgentCards([{ topic: id }], topics, place);
    expect(card!.lines.length).toBeLessThanOrEqual(5);
    expect(card!.lines.join(' ')).not.toMatch(/[{}]/);
    expect(card!.numbers.length).toBeGreaterThan(0);
  });

  it('never shows a bare 111', () => {
    for (const topic of topics) {
      const [card] = urgentCards([{ topic: topic.id }], topics, place);
      const shown = [
        ...card!.lines,
        actionLine(topic, place),
        ...card!.numbers.map(({ label }) => label),
      ];
      for (const text of shown)
        expect(text.replaceAll(/NHS 111( \(UK\)| in the UK)/g, '')).not.toMatch(/\b111\b/);
    }
  });
});

describe('urgent cards', () => {
  const place = { numbers, region: 'UK' as const };

  it('are five lines in all when two flags are up, the first card the longer', () => {
    const cards = urgentCards(flags('overdose', 'crisis'), topics, place);
    expect(cards.map(({ topic }) => topic)).toEqual(['urgent/overdose', 'urgent/crisis']);
    expect(cards.flatMap(({ lines }) => lines).length).toBeLessThanOrEqual(5);
    expect(cards[1]!.lines[0]).toContain('116 123');
  });

  it('meet a crisis with kindness first', () => {
    expect(urgentCards(flags('crisis'), topics, place)[0]!.lines[0]).toMatch(/sorry/);
  });
});

describe('the signs card', () => {
  it('gives the signs with their sources and the action line', () => {
    const seen: string[] = [];
    const card = signsCard(
      topics[0]!,
      { numbers, region: 'US' },
      { marks: (sources) => sources.map((id) => seen.push(id)), links: () => [] },
      [],
    );
    expect(card.signs.length).toBe(topics[0]!.signs.length);
    expect(card.signs.every(({ marks }) => marks.length > 0)).toBe(true);
    expect(card.action).toContain('911');
  });
});
