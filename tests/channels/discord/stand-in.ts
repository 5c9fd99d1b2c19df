/** A bot with hand-made replies, small stores and a small catalogue: the channel needs no more. */
import type { Catalogue } from '../../../src/channels/discord/catalogue.js';
import type { BotDoor } from '../../../src/channels/discord/parts.js';
import {
  DEFAULT_GUILD_SETTINGS,
  type DiscordStores,
  type GuildSettings,
} from '../../../src/channels/discord/stores.js';
import type { Message } from '../../../src/message.js';
import type { Offer, Reply, TopicCard } from '../../../src/reply.js';

const TITLES: Record<string, string> = {
  'drinks/tea': 'Tea and its leaves',
  'drinks/coffee': 'Coffee, beans and all',
  'drinks/water': 'Water',
  'food/bread': 'Bread',
  'shop/kettles': 'Kettles to buy',
  'chat/help': 'What you can ask',
  'chat/privacy': 'Your privacy',
};
export const SHOP = 'https://shop.example/kettle';

export const catalogue: Catalogue = {
  topic(id) {
    const title = Object.hasOwn(TITLES, id) ? TITLES[id] : undefined;
    const known = title ?? (id === 'urgent/fire' ? 'Fire' : undefined);
    return known === undefined
      ? undefined
      : { id, category: id.split('/')[0]!, title: known, label: known.slice(0, 34) };
  },
  categories: ['drinks', 'food', 'shop'].map((id) => ({
    id,
    name: id,
    topics: Object.entries(TITLES)
      .filter(([topic]) => topic.startsWith(`${id}/`))
      .map(([topic, title]) => ({ id: topic, category: id, title, label: title })),
  })),
  accent: () => 0x123456,
  help: 'chat/help',
  privacy: 'chat/privacy',
  products: 'shop/kettles',
  wholeCard: 'The whole card',
};

export function card(topic: string, more: Partial<TopicCard> = {}): TopicCard {
  return {
    type: 'topic',
    topic,
    category: topic.split('/')[0]!,
    title: TITLES[topic] ?? topic,
    answer: [{ text: `The answer on ${topic}.`, marks: [1] }],
    points: [
      { text: 'It is brewed.', marks: [1] },
      { text: 'It is hot.', marks: [2] },
    ],
    caution: { text: 'Mind your tongue.', marks: [2] },
    sources: [
      {
        number: 1,
        id: 'a',
        organisation: 'Tea board',
        title: 'On tea',
        url: 'https://tea.example/(a)',
      },
      { number: 2, id: 'b', organisation: 'Cups', title: 'On cups' },
    ],
    followUps: [
      { label: 'Why?', pick: { action: 'part', topic, about: 'why' } },
      { label: 'A tip', pick: { action: 'tip', topic } },
    ],
    products: [],
    related: [],
    ...more,
  };
}

function offers(...topics: string[]): Offer[] {
  return topics.map((topic) => ({ topic, label: TITLES[topic] ?? topic }));
}

export function answer(
  cards: TopicCard[],
  more: Partial<Extract<Reply, { kind: 'answer' }>> = {},
): Reply {
  const ranking = cards.map(({ topic }) => ({ id: topic, confidence: 0.93 }));
  return {
    kind: 'answer',
    cards,
    notes: [],
    lead: [],
    offered: offers('drinks/water', 'food/bread'),
    ranking: [...ranking, { id: 'drinks/water', confidence: 0.04 }],
    footer: 'In general.',
    ...more,
  };
}

export const URGENT: Reply = {
  kind: 'urgent',
  cards: [
    {
      topic: 'urgent/fire',
      title: 'Fire',
      lines: ['Leave the house now.', 'Call 112.', 'Do not go back in.'],
      numbers: [{ label: 'Emergency: 112', tel: '112' }],
    },
  ],
  lead: [],
  offered: [],
  ranking: [],
  footer: '',
};

const none = { lead: [], offered: [], ranking: [], footer: '' };

/** What the stand-in says to what: the words decide. */
export function replyTo({ text, pick }: Message): Reply {
  if (/house is on fire/i.test(text) || pick?.action === 'urgent') return URGENT;
  if (pick?.action === 'tip') {
    return answer([card(pick.topic, { tip: { text: 'Warm the pot.', marks: [] }, points: [] })]);
  }
  if (pick) {
    const product = {
      id: 'kettle',
      name: 'Kettle',
      what: 'It boils.',
      caution: 'It is hot.',
      disclosure: 'A commercial link.',
      url: SHOP,
    };
    const products = pick.topic === 'shop/kettles' ? [product] : [];
    return answer([card(pick.topic, { products })]);
  }
  if (/tea or coffee/i.test(text)) {
    return {
      kind: 'clarify',
      ...none,
      question: 'Which?',
      offered: offers('drinks/tea', 'drinks/coffee'),
    };
  }
  if (/tea and coffee/i.test(text)) return answer([card('drinks/tea'), card('drinks/coffee')]);
  if (/private/i.test(text)) {
    return answer([card('drinks/tea')], {
      lead: ['Because you are a cat.'],
      notes: ['Cats aside.'],
    });
  }
  if (/maybe/i.test(text)) {
    return answer([card('drinks/tea')], { ranking: [{ id: 'drinks/tea', confidence: 0.6 }] });
  }
  if (/tea/i.test(text)) return answer([card('drinks/tea')]);
  return { kind: 'fallback', ...none, lines: ['No card.'], offered: [] };
}

export class StandInBot implements BotDoor {
  readonly asked: Message[] = [];
  readonly forgotten: string[] = [];
  /** How long every reply takes. */
  delayMs = 0;
  broken = false;

  async respond(message: Message): Promise<Reply> {
    this.asked.push(message);
    if (this.delayMs) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    if (this.broken) throw new Error('broken');
    return replyTo(message);
  }

  async forget(person: string): Promise<number> {
    if (this.broken) throw new Error('broken');
    this.forgotten.push(person);
    return 2;
  }
}

/** The real stores in memory, which a test can slow down or take away. */
export class StandInStores implements DiscordStores {
  readonly settings: DiscordStores['settings'];
  readonly feedback: DiscordStores['feedback'];
  readonly counts: DiscordStores['counts'];
  delayMs = 0;
  down = false;

  constructor({ settings, feedback, counts }: DiscordStores) {
    this.settings = this.#through(settings);
    this.feedback = this.#through(feedback);
    this.counts = this.#through(counts);
  }

  async settle(guild: string, change: Partial<GuildSettings>): Promise<void> {
    const before = (await this.settings.read(guild)) ?? DEFAULT_GUILD_SETTINGS;
    await this.settings.write(guild, { ...before, ...change });
  }

  #through<T extends object>(store: T): T {
    return new Proxy(store, {
      get: (target, name) => {
        const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          if (this.delayMs) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
          if (this.down) throw new Error('the store is down');
          return method.apply(target, args);
        };
      },
    });
  }
}

export function suggest(typed: string, most = 6): Offer[] {
  if (/house is on fire/i.test(typed)) return [];
  return offers(
    ...Object.keys(TITLES).filter((id) => id.includes(typed.toLowerCase().slice(0, 3))),
  ).slice(0, most);
}
