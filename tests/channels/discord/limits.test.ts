import { beforeAll, describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot.js';
import { catalogueOf } from '../../../src/channels/discord/catalogue.js';
import { renderReply } from '../../../src/channels/discord/render-reply.js';
import { renderTopics } from '../../../src/channels/discord/topics-menu.js';
import type { View } from '../../../src/channels/discord/view.js';
import { loadPack } from '../../../src/content/load.js';
import type { ContentPack } from '../../../src/content/pack.js';
import type { Matcher } from '../../../src/matcher/types.js';
import { REGIONS } from '../../../src/message.js';
import type { AnswerReply, Reply, TopicCard } from '../../../src/reply.js';
import { createMemoryContexts } from '../../../src/storage/memory.js';
import { problemsOf } from '../../fakes/discord/limits.js';
import type { Json } from '../../fakes/discord/rest.js';
import { answer, card } from './stand-in.js';

let pack: ContentPack;
let views: View[];
beforeAll(async () => {
  pack = await loadPack('intents');
  const catalogue = catalogueOf(pack);
  const view = { catalogue, tipTone: 'cheerful' } as const;
  views = [
    { ...view, isPublic: false, canShare: true },
    { ...view, isPublic: true, asker: '9'.repeat(20) },
  ];
}, 30_000);

function problems(reply: Reply): string[] {
  return views.flatMap((view) => problemsOf(renderReply(reply, view) as unknown as Json));
}

/** The real bot; nobody types anything here, so it needs to understand nothing. */
function bot() {
  const matcher: Matcher = {
    match: () => ({ decision: 'fallback', topics: [], choices: [] }),
    explain: () => ({ words: [], corrections: [], concepts: [], topics: [] }),
  };
  return createBot({
    pack,
    matcher,
    triage: () => ({ flags: [], softFlags: [], productRisks: [], olderPerson: false }),
    contexts: createMemoryContexts(),
    settings: { region: 'international', productLinks: true },
    addresses: { baseUrl: `https://shop.example/${'x'.repeat(60)}/` },
    articleUrl: 'https://article.example/',
    privacyFacts: () => Array.from({ length: 8 }, () => 'A fact of some length. '.repeat(8)),
  });
}

describe('within the limits of a message', () => {
  it('is every topic, with each of its parts and all of its tips', async () => {
    const { respond } = bot();
    for (const { id } of pack.topics) {
      const reply = await respond({ text: '', pick: { action: 'topic', topic: id } });
      expect(problems(reply), id).toEqual([]);
      const shown = reply.kind === 'answer' ? reply.cards[0] : undefined;
      for (const { pick } of shown && 'followUps' in shown ? shown.followUps : []) {
        expect(problems(await respond({ text: '', pick })), id).toEqual([]);
      }
      const conversation = { person: 'a', place: id };
      for (let turn = 0; turn < 12; turn++) {
        const tip = await respond({ text: '', pick: { action: 'tip', topic: id }, conversation });
        expect(problems(tip), id).toEqual([]);
      }
    }
  });

  it('is every urgent card, short and full, in every region', async () => {
    const { respond } = bot();
    for (const { id } of pack.topics.filter(({ kind }) => kind === 'urgent')) {
      for (const region of REGIONS) {
        const pick = { action: 'urgent', topic: id } as const;
        const reply = await respond({ text: '', pick, settings: { region } });
        expect(reply.kind).toBe('urgent');
        expect(problems(reply), id).toEqual([]);
      }
    }
  });

  it('are the three longest cards together, each still with its caution', async () => {
    const { respond } = bot();
    const all: TopicCard[] = [];
    for (const { id } of pack.topics) {
      const reply = await respond({ text: '', pick: { action: 'topic', topic: id } });
      if (reply.kind === 'answer' && reply.cards[0]?.type === 'topic') all.push(reply.cards[0]);
    }
    const length = (one: TopicCard) => JSON.stringify(one).length;
    const longest = all.sort((a, b) => length(b) - length(a)).slice(0, 3);
    const lead = ['A lead. '.repeat(20)];
    const notes = ['A note. '.repeat(20)];
    const reply = answer(longest, { lead, notes, footer: pack.wording.disclaimer });
    expect(problems(reply)).toEqual([]);
    const text = JSON.stringify(renderReply(reply, views[0]!));
    for (const { title } of longest) expect(text).toContain(title.slice(0, 20));
    expect(text.match(/Take care:/g)?.length).toBe(longest.filter(({ caution }) => caution).length);
  });

  it('is a card out of all proportion', () => {
    const claim = { text: 'word '.repeat(2000), marks: [1, 2, 3] };
    const points = Array.from({ length: 30 }, () => claim);
    const title = 't'.repeat(300);
    const topics = Array.from(
      { length: 40 },
      (_, at) => `drinks/tea-${'abcdefgh'.charAt(at % 8).repeat(1 + at / 8)}`,
    );
    const offered = topics.map((topic) => ({ topic, label: 'l'.repeat(200) }));
    const huge = { title, answer: [claim], points, caution: claim, tip: claim };
    const one = card('drinks/tea', huge);
    const reply = answer([one], { offered, lead: ['x'], footer: 'f' }) as AnswerReply;
    expect(problems(reply)).toEqual([]);
    expect(problems({ ...reply, cards: [one, card('drinks/coffee', huge)] })).toEqual([]);
  });

  it('is the menu of every subject', () => {
    const catalogue = catalogueOf(pack);
    for (const { id } of [{ id: undefined }, ...catalogue.categories]) {
      expect(problemsOf(renderTopics(catalogue, id) as unknown as Json)).toEqual([]);
    }
    const many = Array.from({ length: 90 }, (_, at) => ({
      ...{ id: `drinks/a${'b'.repeat(at % 50)}-${'c'.repeat(at % 9)}`, category: 'drinks' },
      ...{ title: 't'.repeat(120), label: 'l'.repeat(120) },
    }));
    const large = { ...catalogue, categories: [{ id: 'drinks', name: 'Drinks', topics: many }] };
    expect(problemsOf(renderTopics(large, 'drinks') as unknown as Json)).toEqual([]);
  });
});
