import { describe, expect, it } from 'vitest';
import { askCommand } from '../../src/commands/ask.js';
import { linesOf } from '../../src/commands/lines.js';
import { UsageError } from '../../src/errors.js';
import { makeBot } from '../conversation/fixture.js';

async function ask(args: string[], chunks: (string | Uint8Array)[] = []) {
  const out: string[] = [];
  async function* input() {
    yield* chunks;
  }
  const command = askCommand({ openBot: async () => makeBot(), input: input(), clock: () => 0 });
  const code = await command(args, { out: (text) => out.push(text), err: () => {} });
  return { code, out };
}

async function jsonl(...lines: unknown[]) {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  const { out } = await ask(['--jsonl'], [`${text.join('\n')}\n`]);
  return out.map((line) => JSON.parse(line));
}

describe('ask "question"', () => {
  it('prints the card with its sources and exits with 0', async () => {
    const { code, out } = await ask(['tell', 'me', 'about', 'roses']);
    expect(code).toBe(0);
    expect(out.join('\n')).toContain('Roses: the short answer. [1, 2]');
    expect(out.join('\n')).toContain('[1] The Library: A book, https://library.example/book');
  });

  it('--explain says why', async () => {
    const { out } = await ask(['roses', '--explain']);
    expect(out.join('\n')).toContain('words: roses');
  });

  it.each([[[]], [['--jsonl', 'roses']], [['--shout', 'roses']]])(
    '%j is refused with the usage',
    async (args) => {
      await expect(ask(args)).rejects.toThrow(UsageError);
      await expect(ask(args)).rejects.toThrow(/use vertebot ask/);
    },
  );
});

describe('ask --jsonl', () => {
  it('writes one object a line with exactly the fields of the contract', async () => {
    const [answer] = await jsonl({ id: 'q1', text: 'tell me about the spade' });
    expect(answer).toEqual({
      id: 'q1',
      kind: 'answer',
      answered: ['shop/spade'],
      offered: expect.arrayContaining(['plants/roses']),
      topics: [{ id: 'shop/spade', confidence: 0.95 }],
      products: ['spade'],
      text: expect.stringContaining('The spade: the short answer.'),
      ms: 0,
    });
  });

  it('keeps the order and lets lines of one conversation share context', async () => {
    const replies = await jsonl(
      { id: 1, text: 'roses', conversation: 'c1' },
      { id: 2, text: 'tulips', conversation: 'c2' },
      { id: 3, text: 'why?', conversation: 'c1' },
      { id: 4, text: 'why?' },
      { id: 5, text: 'it is burning', conversation: 'c2' },
      { id: 6, text: 'why?', conversation: 'c2' },
    );
    expect(replies.map(({ id, kind, answered }) => [id, kind, ...answered])).toEqual([
      [1, 'answer', 'plants/roses'],
      [2, 'answer', 'plants/tulips'],
      [3, 'answer', 'plants/roses'],
      [4, 'fallback'],
      [5, 'urgent', 'urgent/fire'],
      [6, 'urgent', 'urgent/fire'],
    ]);
  });

  it('gives every odd line its line and goes on', async () => {
    const replies = await jsonl(
      '{"id": "broken"',
      '[]',
      'null',
      '',
      { id: 'n', text: 5 },
      { id: 'none' },
      { id: 'blank', text: '  \n' },
      { id: 'control', text: '\u0000\u001b[2J\u2028' },
      { id: 'emoji', text: '🦴🦴' },
      { id: 'script', text: '腰が痛い' },
      { id: 'long', text: `${'so '.repeat(33_000)}roses` },
      { id: 'last', text: 'roses' },
    );
    expect(replies.slice(0, 4).map(Object.keys)).toEqual(Array(4).fill(['error']));
    expect(replies.slice(4, 6)).toEqual([
      { id: 'n', error: expect.any(String) },
      { id: 'none', error: expect.any(String) },
    ]);
    expect(replies.slice(6).map(({ id }) => id)).toEqual([
      'blank',
      'control',
      'emoji',
      'script',
      'long',
      'last',
    ]);
    expect(replies[6].kind).toBe('fallback');
    expect(replies.at(-1).answered).toEqual(['plants/roses']);
  });
});

describe('linesOf', () => {
  it('splits at line feeds only, across chunks and inside characters', async () => {
    const bytes = new TextEncoder().encode('a\u2028b\r\nü\n\nlast');
    async function* chunks() {
      for (const byte of bytes) yield Uint8Array.of(byte);
    }
    const lines: string[] = [];
    for await (const line of linesOf(chunks())) lines.push(line);
    expect(lines).toEqual(['a\u2028b', 'ü', '', 'last']);
  });
});
