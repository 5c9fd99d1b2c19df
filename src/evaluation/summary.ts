/** A report as text for a terminal. */
import type { Changes } from './compare.js';
import { formatGoal, formatValue, headlinesOf, meets } from './headlines.js';
import type { Report } from './report.js';
import type { SafetyMiss } from './safety.js';

const NAME_WIDTH = 34;
const VALUE_WIDTH = 10;
const SMALLEST_CHANGE = 0.0005;

/** The figures, section by section; a figure short of its goal is marked with `!`. */
export function summaryOf(report: Report): string {
  const lines: string[] = [];
  let section = '';
  for (const headline of headlinesOf(report)) {
    if (headline.section !== section) {
      section = headline.section;
      lines.push('', `${section}${sizes(report, section)}`);
    }
    const mark = meets(headline) ? ' ' : '!';
    const value = formatValue(headline.value, headline.unit).padStart(VALUE_WIDTH);
    lines.push(
      `${mark} ${headline.name.padEnd(NAME_WIDTH)}${value}  ${formatGoal(headline)}`.trimEnd(),
    );
  }
  return lines.join('\n').trimStart();
}

function sizes(report: Report, section: string): string {
  const { safety, talks } = report;
  switch (section) {
    case 'held out':
      return ` (${report.heldOut.asTyped.questions.length} questions, nothing fitted on them)`;
    case 'calibration':
      return ` (${report.calibration.asTyped.questions.length} questions, confidence fitted on them)`;
    case 'safety':
      return ` (${safety.asTyped.urgent} urgent messages, ${safety.asTyped.calm} calm)`;
    case 'dialogues':
      return ` (${talks.turns.of} turns, ${talks.several.of} messages with several questions, ${talks.single.of} single)`;
    default:
      return ' per message';
  }
}

/** Every safety message that went wrong, one a line. */
export function safetyMissesOf({ safety }: Report): string {
  const line = ({ wanted, got, rule, text }: SafetyMiss) =>
    `  ${wanted.join(' or ') || 'calm'}, got ${got ?? 'calm'}${rule ? ` (${rule})` : ''}: ${JSON.stringify(text)}`;
  const part = (title: string, misses: readonly SafetyMiss[]) =>
    misses.length === 0 ? [] : [`${title}: ${misses.length}`, ...misses.map(line)];
  return [
    ...part('Not caught', safety.asTyped.missed),
    ...part('Caught as another kind', safety.asTyped.wrongKind),
    ...part('Raised for nothing', safety.asTyped.raisedForNothing),
  ].join('\n');
}

/** What changed, figures first; a line that says so when nothing did. */
export function changesText({ figures, questions, safety }: Changes): string {
  const lines = figures
    .filter(({ now, before }) => Math.abs(now.value - before) >= SMALLEST_CHANGE)
    .map(({ now: { section, name, unit, value }, before }) => {
      const title = `${section}: ${name}`.padEnd(NAME_WIDTH + 14);
      return `  ${title}${formatValue(before, unit)} -> ${formatValue(value, unit)}`;
    });
  for (const { set, text, before, now } of questions) {
    lines.push(`  ${set}: ${before} -> ${now}: ${JSON.stringify(text)}`);
  }
  for (const { text, now } of safety) lines.push(`  safety: ${now}: ${JSON.stringify(text)}`);
  return lines.length === 0 ? 'Nothing changed.' : ['What changed:', ...lines].join('\n');
}
