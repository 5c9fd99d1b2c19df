/** A small pack about a garden: nothing in the engine may depend on what the real pack is about. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Bot, type BotParts, createBot } from '../../src/bot.js';
import type { CardTopic, ChatTopic, ContentPack, UrgentTopic } from '../../src/content/pack.js';
import { type Wording, wordingSchema } from '../../src/content/schema-wording.js';
import type { Matcher } from '../../src/matcher/types.js';
import { answeredTopics, type Reply } from '../../src/reply.js';
import type { Triage } from '../../src/safety/types.js';
import { createMemoryContexts } from '../../src/storage/memory.js';
import type { ContextStore } from '../../src/storage/ports.js';
import { stemOf, wordsOf } from '../../src/text/index.js';

const realWording = wordingSchema.parse(
  parse(readFileSync(new URL('../../intents/wording.yaml', import.meta.url), 'utf8')),
);
export const wording: Wording = {
  ...realWording,
  products: { ...realWording.products, words: ['buy', 'spade', 'product'] },
  topics: {
    ...realWording.topics,
    productSafety: 'shop/safety',
    anyTip: 'plants/roses',
    withDisclaimer: ['chat/help', 'chat/privacy', 'care'],
  },
};

/** What a person says to mean a topic; the stand-in matcher counts these words. */
const KEYWORDS: Record<string, string> = {
  'plants/roses': 'rose thorn bloom',
  'plants/tulips': 'tulip bulb bloom',
  'plants/water': 'water watering drought',
  'plants/soil': 'soil compost mud',
  'care/expert': 'gardener expert',
  'shop/overview': 'shop product',
  'shop/spade': 'spade dig',
  'shop/safety': 'gloves careful',
  'chat/greeting': 'hello hi',
  'chat/thanks': 'thanks',
  'chat/help': 'help',
  'chat/privacy': 'privacy',
  'urgent/fire': 'fire',
};

function card(id: string, label: string, more: Partial<CardTopic> = {}): CardTopic {
  const claim = (text: string) => ({ text: `${label}: ${text}`, sources: ['book', 'article:P1'] });
  return {
    id,
    kind: 'card',
    category: id.slice(0, id.indexOf('/')),
    title: `All about ${label.toLowerCase()}`,
    label,
    utterances: [],
    answer: [claim('the short answer.')],
    points: [
      { ...claim('the reason.'), about: 'why' },
      { ...claim('five litres a day.'), about: 'how-much', amount: true },
      { ...claim('from the market.'), about: 'where-from' },
      { ...claim('mind the thorns.'), about: 'safety' },
    ],
    tips: [claim('first tip.'), claim('second tip.'), claim('third tip.')],
    related: Object.keys(KEYWORDS).filter((other) => /^(plants|shop)/.test(other) && other !== id),
    ...more,
  };
}

function chat(id: string, ...lines: string[]): ChatTopic {
  const label = id.slice(id.indexOf('/') + 1);
  const related = ['plants/roses'];
  return {
    id,
    kind: 'chat',
    category: 'chat',
    title: label,
    label,
    utterances: [],
    lines: lines.map((line) => [line]),
    related,
  };
}

const fire: UrgentTopic = {
  id: 'urgent/fire',
  kind: 'urgent',
  category: 'urgent',
  title: 'The shed is on fire',
  label: 'Fire',
  urgency: 1,
  delay: 'now',
  intro: 'How to know a fire.',
  signs: [{ text: 'Smoke.', sources: ['book'] }],
  action: 'Leave now and call {emergency}.',
  do: ['Leave the shed.', 'Call {emergency}.'],
  brief: 'Leave.',
  numbers: ['emergency'],
  related: ['plants/water'],
  utterances: [],
  rules: [],
};

const number = { label: 'Emergency 112', tel: '112' };
const region = {
  words: {
    emergency: '112',
    digits: '112',
    sameDay: 'a doctor',
    poison: 'the poison line',
    crisis: 'a line',
  },
  emergency: [number],
  sameDay: [],
  poison: [],
  crisis: [number],
};

export const pack: ContentPack = {
  hash: 'garden',
  topics: [
    card('plants/roses', 'Roses', { related: ['plants/tulips', 'plants/water', 'plants/soil'] }),
    card('plants/tulips', 'Tulips', { related: ['plants/roses', 'plants/water', 'shop/spade'] }),
    card('plants/water', 'Watering', {
      points: [{ text: 'Watering: in the morning.', sources: ['book'], about: 'how-to' }],
    }),
    card('plants/soil', 'Good soil', { products: ['spade'] }),
    card('care/expert', 'Ask a gardener'),
    card('shop/overview', 'The shop', { products: ['spade'] }),
    card('shop/spade', 'The spade', { products: ['spade'] }),
    card('shop/safety', 'Who should not dig'),
    chat('chat/greeting', 'Hello.', 'Hi there.'),
    chat('chat/thanks', 'You are welcome.'),
    chat('chat/help', 'Ask about plants.'),
    chat('chat/privacy', 'Nothing is kept.'),
    fire,
  ],
  sources: {
    book: {
      organisation: 'The Library',
      title: 'A book',
      url: 'https://library.example/book',
      opened: true,
    },
  },
  products: {
    spade: {
      name: 'A spade',
      what: 'It digs.',
      caution: 'Mind your toes.',
      topic: 'shop/spade',
      sources: ['book'],
    },
  },
  lexicon: [],
  outOfScope: [],
  calibration: [],
  safety: {
    vocabulary: {},
    context: {},
    softFlags: {},
    productRisk: { why: '', words: {}, olderPerson: [] },
    numbers: {
      date: '2026-11',
      check: '',
      regions: { UK: region, IE: region, US: region, CA: region, international: region },
    },
    languages: {
      spanish: { name: 'Spanish', words: [], line: 'Solo inglés. {digits}.', urgent: {} },
    },
    calm: {},
    examples: {},
  },
  wording,
};

/** A stand-in: the share of a topic among all key words that a text holds. */
export const matcher: Matcher = {
  match(text) {
    const words = wordsOf(text).map(stemOf);
    const hits = Object.entries(KEYWORDS).map(([id, keys]) => ({
      id,
      hits: wordsOf(keys).filter((key) => words.includes(stemOf(key))).length,
    }));
    const total = hits.reduce((sum, one) => sum + one.hits, 0);
    const topics = hits
      .filter((one) => one.hits > 0)
      .map((one) => ({ id: one.id, confidence: (0.95 * one.hits) / total }))
      .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1));
    const top = topics[0]?.confidence ?? 0;
    const decision = top > 0.6 ? 'answer' : top > 0 ? 'clarify' : 'fallback';
    return {
      decision,
      topics,
      choices: decision === 'clarify' ? topics.slice(0, 3).map(({ id }) => id) : [],
    };
  },
  explain: (text) => ({ words: wordsOf(text), corrections: [], concepts: [], topics: [] }),
};

/** A stand-in: one plain word for each thing that triage can find. */
export function triage(text: string): Triage {
  const burning = /burning/.exec(text);
  return {
    flags: burning
      ? [{ topic: 'urgent/fire', rule: 'burning', reason: 'Fire spreads.', evidence: burning[0] }]
      : [],
    softFlags: /pregnant/.test(text) ? ['pregnancy'] : [],
    productRisks: /blister/.test(text) ? ['blister'] : [],
    olderPerson: /\b7\d\b/.test(text),
    ...(/hola/.test(text) && { otherLanguage: 'spanish' }),
  };
}

export function makeBot(more: Partial<BotParts> = {}): Bot {
  return createBot({
    pack,
    matcher,
    triage,
    contexts: createMemoryContexts(),
    settings: { region: 'UK', productLinks: true },
    ...more,
  });
}

/** Says one thing after another in one conversation and hands back the replies. */
export async function talk(bot: Bot, texts: readonly string[], place = 'garden'): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const text of texts) {
    replies.push(await bot.respond({ text, conversation: { person: 'ada', place } }));
  }
  return replies;
}

export async function say(...texts: string[]): Promise<Reply> {
  return (await talk(makeBot(), texts)).at(-1)!;
}

/** The topics that the last of the messages was answered with. */
export async function answered(...texts: string[]): Promise<string[]> {
  return answeredTopics(await say(...texts));
}

export function brokenStore(): ContextStore {
  const fail = async (): Promise<never> => {
    throw new Error('the disk is full');
  };
  return { read: fail, write: fail, delete: fail, deletePerson: fail };
}
