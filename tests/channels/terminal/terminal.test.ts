import { describe, expect, it } from 'vitest';
import { runTerminal, widthFor, wrap } from '../../../src/channels/terminal/index.js';
import { renderReply } from '../../../src/channels/terminal/render.js';
import { makeBot, say, wording } from '../../conversation/fixture.js';

async function chat(typed: string[], width = 60): Promise<string> {
  const written: string[] = [];
  async function* lines() {
    yield* typed;
  }
  await runTerminal({
    respond: makeBot().respond,
    lines: lines(),
    write: (text) => written.push(text),
    look: () => ({ width, colour: false }),
    prompt: () => {},
    greeting: 'chat/greeting',
  });
  return written.join('');
}

describe('a talk in the terminal', () => {
  it('greets, answers, and offers numbered choices', async () => {
    const text = await chat(['roses']);
    expect(text).toContain('Hello.');
    expect(text).toContain('All about roses\nRoses: the short answer.');
    expect(text).toContain('1. Tulips\n2. Watering\n3. Good soil');
    expect(text).toContain('Type a question, or: 1 to 3, why?, how much?');
  });

  it('follows numbers and gives tips', async () => {
    const text = await chat(['roses', '2', 'tip']);
    expect(text).toContain('Watering: the short answer.');
    expect(text).toContain('Tip: Watering: first tip.');
  });

  it('shows sources on request only', async () => {
    expect(await chat(['roses'])).not.toContain('library.example');
    const text = await chat(['roses', 'sources']);
    expect(text).toContain('[1] The Library: A book, https://library.example/book');
  });

  it('ends at quit, and at the end of a pipe', async () => {
    expect(await chat(['quit', 'roses'])).not.toContain('All about roses');
    expect(await chat([])).toContain('Hello.');
  });

  it('says nothing beside an urgent reply', async () => {
    const text = await chat(['it is burning']);
    const after = text.slice(text.indexOf('The shed is on fire'));
    expect(after).not.toMatch(/Type a question|quit|1\./);
  });

  it('stays within the window, addresses excepted', async () => {
    for (const width of [24, 40, 100]) {
      const lines = (await chat(['roses', 'zebra', 'tip'], width)).split('\n');
      const tooLong = lines.filter((line) => line.length > width);
      expect(tooLong).toEqual([]);
    }
  });
});

describe('rendering', () => {
  it('colours only where it is wanted', async () => {
    const reply = await say('roses');
    const look = { width: 80, colour: true };
    expect(renderReply(reply, look, { sources: true })).toContain('\u001b[1m');
    const plain = renderReply(reply, { ...look, colour: false }, { sources: true });
    expect(plain).not.toContain('\u001b');
    expect(plain.replace(/\s+/g, ' ')).toContain(wording.disclaimer);
  });

  it('breaks whole words and indents what follows a bullet', () => {
    expect(wrap('- one two three', 9, '  ')).toBe('- one two\n  three');
    expect(wrap('https://a.very.long.example/address x', 10)).toBe(
      'https://a.very.long.example/address\nx',
    );
    expect([widthFor(undefined), widthFor(0), widthFor(300), widthFor(5)]).toEqual([
      80, 80, 100, 20,
    ]);
  });
});
