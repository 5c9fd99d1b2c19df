import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evaluateCommand } from '../../src/commands/evaluate.js';
import { UsageError } from '../../src/errors.js';

describe('vertebot evaluate', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vertebot-evaluate-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The arguments are looked at before anything slow is opened. */
  const run = (...args: string[]) =>
    evaluateCommand({
      open: () => expect.fail('opened too early'),
      questionsDir: folder,
      clock: () => 0,
      onProgress: () => {},
    })(args, { out: () => {}, err: () => {} });

  it('says how it is used when an option is unknown', async () => {
    await expect(run('--fast')).rejects.toThrow(/--fast.*use vertebot evaluate/s);
  });

  it('does not take any JSON for a report', async () => {
    const file = join(folder, 'report.json');
    writeFileSync(file, '{"format": 0}');
    await expect(run('--against', file)).rejects.toThrow('no report of this version');
    await expect(run('--against', join(folder, 'none.json'))).rejects.toThrow(UsageError);
  });

  it('names the file of labelled questions that it cannot use', async () => {
    writeFileSync(join(folder, 'topics.yaml'), '- text: what is milk\n');
    await expect(run()).rejects.toThrow(/topics\.yaml.*accept/s);
  });
});
