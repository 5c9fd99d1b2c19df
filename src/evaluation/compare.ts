/** What changed between two reports: figures, and single questions. */
import { type Headline, headlinesOf } from './headlines.js';
import type { Report } from './report.js';
import type { TopicScores } from './topics.js';

export interface Changes {
  figures: { now: Headline; before: number }[];
  /** Questions as typed whose outcome is another now. */
  questions: { set: string; text: string; before: string; now: string }[];
  /** Safety messages that went wrong in only one of the two. */
  safety: { text: string; now: 'mended' | 'broken' }[];
}

export function changesBetween(before: Report, now: Report): Changes {
  const old = new Map(headlinesOf(before).map((one) => [`${one.section}: ${one.name}`, one.value]));
  const figures = headlinesOf(now).flatMap((one) => {
    const value = old.get(`${one.section}: ${one.name}`);
    return value === undefined ? [] : [{ now: one, before: value }];
  });
  return {
    figures,
    questions: [
      ...moved('held out', before.heldOut.asTyped, now.heldOut.asTyped),
      ...moved('calibration', before.calibration.asTyped, now.calibration.asTyped),
    ],
    safety: safetyChanges(before, now),
  };
}

function moved(set: string, before: TopicScores, now: TopicScores): Changes['questions'] {
  const old = new Map(before.questions.map(({ text, outcome }) => [text, outcome]));
  return now.questions.flatMap(({ text, outcome }) => {
    const was = old.get(text);
    return was === undefined || was === outcome ? [] : [{ set, text, before: was, now: outcome }];
  });
}

function safetyChanges(before: Report, now: Report): Changes['safety'] {
  const wrong = ({ safety: { asTyped } }: Report) =>
    new Set(
      [...asTyped.missed, ...asTyped.wrongKind, ...asTyped.raisedForNothing].map(
        ({ text }) => text,
      ),
    );
  const [old, fresh] = [wrong(before), wrong(now)];
  return [
    ...[...old]
      .filter((text) => !fresh.has(text))
      .map((text) => ({ text, now: 'mended' as const })),
    ...[...fresh]
      .filter((text) => !old.has(text))
      .map((text) => ({ text, now: 'broken' as const })),
  ];
}
