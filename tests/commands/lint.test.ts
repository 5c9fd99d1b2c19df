import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintCommand } from '../../src/commands/lint.js';
import { UsageError } from '../../src/errors.js';
import { type Changes, writePack } from '../content/fixture.js';

async function lint(dir: string, ...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const code = await lintCommand(dir)(args, io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const COPY: Changes = {
  'trees/oak.yaml': (text) => text.replace('Look up at it.', 'One two three four five six seven.'),
};

describe('vertebot lint', () => {
  it('prints one line and exits with 0 when there is nothing to mend', async () => {
    const { code, out, err } = await lint(writePack());
    expect(code).toBe(0);
    expect(out).toMatch(/^6 topics, .*; nothing to mend$/);
    expect(err).toBe('');
  });

  it('prints every problem on its own line and exits with 1', async () => {
    const { code, out, err } = await lint(
      writePack({ 'lexicon.yaml': null, 'wording.yaml': null }),
    );
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      'pack/lexicon.yaml: is missing; add it; every pack needs one',
      'pack/wording.yaml: is missing; add it; every pack needs one',
    ]);
    expect(err).toMatch(/^2 to mend/);
  });

  it('lints the pack that --pack names', async () => {
    const good = writePack();
    expect((await lint('/nowhere', '--pack', good)).code).toBe(0);
  });

  it('takes any number of files after --against', async () => {
    const dir = writePack(COPY);
    const [first, second] = ['a.md', 'b.md'].map((name) => join(dir, '..', name)) as [
      string,
      string,
    ];
    writeFileSync(first, 'Nothing like it.');
    writeFileSync(second, 'zero one two three four five six seven eight');
    expect((await lint(dir, '--against', first)).code).toBe(0);
    const { code, out } = await lint(dir, '--against', first, second);
    expect(code).toBe(1);
    expect(out).toContain('shares 7 words in a row with b.md');
  });

  it.each([
    ['an option nobody knows', ['--agianst', 'a.md']],
    ['a word that belongs to no option', ['intents']],
    ['a file that is not there', ['--against', '/nowhere/a.md']],
  ])('tells whoever typed %s what to type', async (_, args) => {
    await expect(lint(writePack(), ...args)).rejects.toThrow(UsageError);
    await expect(lint(writePack(), ...args)).rejects.toThrow(
      /; (use vertebot lint|name a text file)/,
    );
  });
});
