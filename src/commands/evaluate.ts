/** `vertebot evaluate`: how good are the answers to the labelled questions, and what changed? */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../errors.js';
import { changesBetween } from '../evaluation/compare.js';
import { readDialogues } from '../evaluation/dialogues.js';
import { htmlOf } from '../evaluation/html.js';
import { readSafetyQuestions, readTopicQuestions } from '../evaluation/questions.js';
import { evaluate, type Measured, REPORT_FORMAT, type Report } from '../evaluation/report.js';
import { changesText, safetyMissesOf, summaryOf } from '../evaluation/summary.js';
import type { Command } from './command.js';

const USAGE = 'vertebot evaluate [--against report.json] [--out FOLDER] [--questions FOLDER]';

/** What the command needs of its surroundings. */
export interface EvaluateWith {
  open: () => Promise<Measured>;
  /** The folder of the labelled questions: `topics.yaml`, `safety.yaml` and `dialogues/`. */
  questionsDir: string;
  /** Milliseconds, only ever subtracted. */
  clock: () => number;
  onProgress: (done: number, total: number) => void;
}

/** Prints the figures, and writes `report.html` and `report.json` into the current folder or `--out`. */
export function evaluateCommand({ open, questionsDir, clock, onProgress }: EvaluateWith): Command {
  return async (args, io) => {
    const { against, out, questions = questionsDir } = parse(args);
    const before = against === undefined ? undefined : readReport(against);
    const labelled = {
      heldOut: readTopicQuestions(join(questions, 'topics.yaml')),
      safety: readSafetyQuestions(join(questions, 'safety.yaml')),
      dialogues: readDialogues(join(questions, 'dialogues')),
    };
    const report = await evaluate(labelled, await open(), clock, onProgress);
    const changes = before && changesBetween(before, report);
    const files = { json: join(out, 'report.json'), html: join(out, 'report.html') };
    write(files.json, `${JSON.stringify(report, null, 1)}\n`);
    write(files.html, htmlOf(report, changes));
    io.out(summaryOf(report));
    const misses = safetyMissesOf(report);
    if (misses) io.out(`\n${misses}`);
    if (changes) io.out(`\n${changesText(changes)}`);
    io.err(`\nWritten: ${files.html}, ${files.json}`);
    return 0;
  };
}

function parse(args: string[]): {
  against?: string | undefined;
  out: string;
  questions?: string | undefined;
} {
  try {
    const { values } = parseArgs({
      args,
      options: {
        against: { type: 'string' },
        out: { type: 'string', default: '.' },
        questions: { type: 'string' },
      },
    });
    return values;
  } catch (cause) {
    const what = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new UsageError(`${what}; use ${USAGE}`, { cause });
  }
}

function readReport(file: string): Report {
  let report: Partial<Report> | null;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Partial<Report> | null;
  } catch (cause) {
    throw new UsageError(`${file} cannot be read as a report; name a report.json`, { cause });
  }
  if (report?.format !== REPORT_FORMAT) {
    throw new UsageError(`${file} is no report of this version; make one with vertebot evaluate`);
  }
  return report as Report;
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new UsageError(`${file} cannot be written; name a folder after --out`, { cause });
  }
}
