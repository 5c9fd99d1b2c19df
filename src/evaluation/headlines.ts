/** The figures that sum a report up, each beside what we aim at on questions nobody has tuned for. */
import type { Report } from './report.js';
import { safetyShares } from './safety.js';
import { ratio } from './statistics.js';
import type { Score } from './talks.js';
import { sharesOf, type TopicScores } from './topics.js';

export interface Headline {
  section: string;
  name: string;
  /** A share, 0 to 1; milliseconds where `unit` says so. */
  value: number;
  unit: 'share' | 'ms';
  goal?: Goal;
}

export interface Goal {
  better: 'more' | 'less';
  /** At least, or at most, this. */
  than: number;
}

const atLeast = (than: number): Goal => ({ better: 'more', than });
const atMost = (than: number): Goal => ({ better: 'less', than });

export function headlinesOf({ calibration, heldOut, safety, talks, speed }: Report): Headline[] {
  const alarms = safetyShares(safety.asTyped);
  const alarmsWithTypos = safetyShares(safety.withTypos);
  const share = (section: string, name: string, value: number, goal?: Goal): Headline => ({
    section,
    name,
    value,
    unit: 'share',
    ...(goal && { goal }),
  });
  const ms = (name: string, value: number, goal?: Goal): Headline => ({
    section: 'time',
    name,
    value,
    unit: 'ms',
    ...(goal && { goal }),
  });
  const topics = (section: string, { asTyped, withTypos }: Report['heldOut']): Headline[] => {
    const plain = sharesOf(asTyped.all);
    const typos = sharesOf(withTypos.all);
    return [
      share(section, 'right card first', plain.right, atLeast(0.8)),
      share(section, 'right card shown or offered', asTyped.reached, atLeast(0.92)),
      share(section, 'wrong card', plain.wrong, atMost(0.06)),
      share(section, 'neither shown nor offered', plain.missed),
      share(section, 'urgent reply for nothing', ratio(asTyped.alarms, asTyped.questions.length)),
      share(section, 'declined rightly', plain.declined, atLeast(0.9)),
      share(section, 'of these, without an offer', plain.outright, atLeast(0.75)),
      share(section, 'right first, with typos', typos.right),
      share(section, 'lost to typos', plain.right - typos.right, atMost(0.05)),
      share(section, 'wrong card, with typos', typos.wrong),
      ...alone(section, asTyped),
    ];
  };
  return [
    ...topics('held out', heldOut),
    ...topics('calibration', calibration),
    share('safety', 'caught', alarms.recall, atLeast(0.97)),
    share('safety', 'right kind', alarms.rightKind, atLeast(0.92)),
    share('safety', 'false alarms', alarms.falseAlarms, atMost(0.04)),
    share('safety', 'caught, with typos', alarmsWithTypos.recall, atLeast(0.9)),
    share('safety', 'false alarms, with typos', alarmsWithTypos.falseAlarms),
    share('dialogues', 'turns right', shareOf(talks.turns), atLeast(0.85)),
    share('dialogues', 'several questions, all answered', shareOf(talks.several), atLeast(0.8)),
    share('dialogues', 'single questions kept whole', shareOf(talks.single)),
    ms('respond, median', speed.respond.p50, atMost(1)),
    ms('respond, p99', speed.respond.p99),
    ms('match, median', speed.match.p50, atMost(0.1)),
    ms('match, p99', speed.match.p99, atMost(5)),
    ms('triage, median', speed.triage.p50, atMost(0.2)),
    ms('triage, p99', speed.triage.p99),
  ];

  function alone(section: string, { matcher }: TopicScores): Headline[] {
    return [
      share(section, 'matcher alone, right first', matcher.firstRight),
      share(section, 'AUROC', matcher.auroc),
      share(section, 'calibration error', matcher.calibrationError),
    ];
  }
}

/** True when there is no goal, too. */
export function meets({ value, goal }: Headline): boolean {
  if (!goal) return true;
  return goal.better === 'more' ? value >= goal.than : value <= goal.than;
}

/** `84.2%`, or `0.21 ms`. */
export function formatValue(value: number, unit: Headline['unit']): string {
  return unit === 'ms' ? `${value.toFixed(value < 1 ? 3 : 2)} ms` : `${(value * 100).toFixed(1)}%`;
}

/** `at least 80.0%`; empty without a goal. */
export function formatGoal({ goal, unit }: Headline): string {
  if (!goal) return '';
  return `${goal.better === 'more' ? 'at least' : 'at most'} ${formatValue(goal.than, unit)}`;
}

function shareOf({ right, of }: Score): number {
  return ratio(right, of);
}
