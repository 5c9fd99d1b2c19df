/** One reply of every kind and every card, with all that a card can hold. */
import type {
  AnswerReply,
  Card,
  ClarifyReply,
  FallbackReply,
  UrgentReply,
} from '../../../src/reply.js';

const base = { lead: [], offered: [], ranking: [], footer: '' };

export const topicCard: Card = {
  type: 'topic',
  topic: 'plants/roses',
  category: 'plants',
  title: 'All about roses',
  answer: [{ text: 'Roses have thorns.', marks: [1, 2] }],
  points: [{ text: 'They bloom in June.', marks: [2] }],
  caution: { text: 'Wear gloves.', marks: [1] },
  tip: { text: 'Water them at dawn.', marks: [2] },
  sources: [
    {
      number: 1,
      id: 'book',
      organisation: 'The Library',
      title: 'A book',
      url: 'https://library.example/book',
    },
    { number: 2, id: 'article', organisation: 'The article', title: 'the text' },
  ],
  followUps: [
    { label: 'Why?', pick: { action: 'part', topic: 'plants/roses', about: 'why' } },
    { label: 'Another tip', pick: { action: 'tip', topic: 'plants/roses' } },
  ],
  products: [
    {
      id: 'spade',
      name: 'A spade',
      what: 'It digs.',
      caution: 'Mind your toes.',
      disclosure: 'This is a commercial link.',
      url: 'https://shop.example/spade',
    },
  ],
  related: [{ topic: 'plants/tulips', label: 'Tulips' }],
};

export const tipCard: Card = {
  type: 'tip',
  topic: 'plants/roses',
  category: 'plants',
  title: 'All about roses',
  note: 'That was the last tip.',
  sources: [],
  followUps: [],
  related: [],
};

export const chatCard: Card = {
  type: 'chat',
  topic: 'chat/help',
  category: 'chat',
  title: 'Help',
  lines: ['Ask about plants.'],
  examples: ['How much water do roses need?'],
  related: [],
};

export const signsCard: Card = {
  type: 'signs',
  topic: 'urgent/fire',
  category: 'urgent',
  title: 'The shed is on fire',
  intro: 'How to know a fire.',
  signs: [{ text: 'Smoke.', marks: [1] }],
  action: 'Leave now.',
  numbers: [{ label: 'Emergency 112', tel: '112' }],
  sources: [{ number: 1, id: 'book', organisation: 'The Library', title: 'A book' }],
  related: [],
};

export function answer(...cards: Card[]): AnswerReply {
  return {
    ...base,
    kind: 'answer',
    cards,
    notes: ['Your second question has no card.'],
    offered: [{ topic: 'plants/tulips', label: 'Tulips' }],
    ranking: [{ id: 'plants/roses', confidence: 0.9 }],
    footer: 'General information.',
  };
}

export const clarify: ClarifyReply = {
  ...base,
  kind: 'clarify',
  question: 'Which of these do you mean?',
  offered: [
    { topic: 'plants/roses', label: 'Roses' },
    { topic: 'plants/tulips', label: 'Tulips' },
  ],
};

export const fallback: FallbackReply = {
  ...base,
  kind: 'fallback',
  lines: ['I have no card for that.', 'Ask about plants.'],
};

export const urgent: UrgentReply = {
  ...base,
  kind: 'urgent',
  cards: [
    {
      topic: 'urgent/fire',
      title: 'The shed is on fire',
      lines: ['Leave the shed.', 'Call 112.'],
      numbers: [
        { label: 'Emergency 112', tel: '112' },
        { label: 'Fire line 1-800-222', tel: '1-800-222', url: 'https://fire.example/help' },
        { label: 'Other countries', url: 'https://numbers.example/' },
        { label: 'Or shout' },
      ],
    },
  ],
};
