/** A report as one page that needs nothing else: style and plots are inside. */
import type { Changes } from './compare.js';
import { formatGoal, formatValue, type Headline, headlinesOf, meets } from './headlines.js';
import { escaped, fold, STYLE, table } from './markup.js';
import { barsPlot, reliabilityPlot, riskCoveragePlot } from './plots.js';
import type { Report } from './report.js';
import { type SafetyMiss, type SafetyScores, safetyShares } from './safety.js';
import { sharesOf, type Tally, type TopicOutcome, type TopicScores } from './topics.js';

const WORST_PAIRS = 20;

/** @param changes against an earlier report, where there is one. */
export function htmlOf(report: Report, changes?: Changes): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Vertebot: evaluation</title>
<style>${STYLE}</style></head>
<body>
<h1>Evaluation</h1>
<p class="note">Pack ${escaped(report.pack.slice(0, 12))}. Confidence and thresholds are fitted on the calibration questions; nothing is fitted on
the held-out ones. A figure marked with ! is short of its goal.</p>
${figures(report, changes)}
${changes ? movedQuestions(changes) : ''}
${topicSection('Held-out questions', report.heldOut)}
${topicSection('Calibration questions', report.calibration)}
${safetySection(report.safety)}
${talkSection(report.talks)}
</body>
</html>
`;
}

function figures(report: Report, changes: Changes | undefined): string {
  const before = new Map(
    changes?.figures.map(({ now, before }) => [`${now.section} ${now.name}`, before]),
  );
  const row = (headline: Headline) => [
    `${meets(headline) ? '' : '! '}${headline.section}: ${headline.name}`,
    formatValue(headline.value, headline.unit),
    formatGoal(headline),
    ...(changes
      ? [formatBefore(before.get(`${headline.section} ${headline.name}`), headline)]
      : []),
  ];
  return table(['', 'now', 'goal', ...(changes ? ['before'] : [])], headlinesOf(report).map(row));
}

function formatBefore(before: number | undefined, { unit }: Headline): string {
  return before === undefined ? '' : formatValue(before, unit);
}

function movedQuestions({ questions, safety }: Changes): string {
  if (questions.length + safety.length === 0) return '<p>No question has another outcome.</p>';
  return fold(
    `${questions.length + safety.length} questions with another outcome than before`,
    table(
      ['set', 'before', 'now', 'question'],
      [
        ...questions.map(({ set, before, now, text }) => [set, before, now, text]),
        ...safety.map(({ now, text }) => ['safety', '', now, text]),
      ],
    ),
  );
}

function topicSection(title: string, { asTyped, withTypos }: Report['heldOut']): string {
  const { matcher, confusions, questions } = asTyped;
  const pairs = confusions.slice(0, WORST_PAIRS).map(({ wanted, shown, count }) => ({
    name: `${short(wanted)} > ${short(shown)}`,
    parts: [{ name: 'wrong', count }],
  }));
  return `<h2>${escaped(title)}</h2>
<p class="key"><span><i class="right"></i>right, or declined</span><span><i class="offered"></i>offered, or declined by an offer</span>
<span><i class="missed"></i>neither shown nor offered</span><span><i class="wrong"></i>wrong card, or answered all the same</span></p>
${stylesTable(asTyped, withTypos)}
<div class="side">
${reliabilityPlot('Reliability: dots on the line are honest', matcher.reliability)}
${riskCoveragePlot('Risk against coverage', [
  { name: 'as typed', points: matcher.riskCoverage },
  { name: 'with typos', points: withTypos.matcher.riskCoverage },
])}
</div>
${barsPlot('Per topic', bars(asTyped.perTopic))}
${pairs.length > 0 ? barsPlot('The worst pairs: wanted > shown', pairs) : ''}
${fold(
  'Every question that was not right',
  table(
    ['outcome', 'acceptable', 'shown or offered', 'question'],
    questions
      .filter(({ outcome }) => outcome !== 'right' && outcome !== 'declined')
      .map(({ outcome, accept, got, text }) => [outcome, list(accept), list(got), text]),
  ),
)}`;
}

function stylesTable(asTyped: TopicScores, withTypos: TopicScores): string {
  const percent = (share: number, of: number) => (of === 0 ? '' : formatValue(share, 'share'));
  const row = (name: string, counts: Tally): string[] => {
    const shares = sharesOf(counts);
    return [
      name,
      String(shares.covered + shares.uncovered),
      percent(shares.right, shares.covered),
      percent(shares.rightOrOffered, shares.covered),
      percent(shares.wrong, shares.covered),
      percent(shares.missed, shares.covered),
      percent(shares.declined, shares.uncovered),
      percent(shares.outright, shares.uncovered),
    ];
  };
  return table(
    ['style', 'n', 'right', 'or offered', 'wrong', 'missed', 'declined', 'of these, outright'],
    [
      row('all', asTyped.all),
      row('all, with typos', withTypos.all),
      ...Object.entries(asTyped.perStyle).map(([style, counts]) => row(style, counts)),
    ],
  );
}

const ORDER: readonly TopicOutcome[] = ['right', 'offered', 'missed', 'wrong'];

function bars(groups: Record<string, Tally>) {
  return Object.entries(groups)
    .sort(([, a], [, b]) => sharesOf(a).right - sharesOf(b).right)
    .map(([name, counts]) => ({
      name,
      parts: ORDER.map((outcome) => ({ name: outcome, count: counts[outcome] ?? 0 })),
    }));
}

function safetySection({ asTyped, withTypos }: Report['safety']): string {
  const perFlag = Object.entries(asTyped.perFlag).map(([flag, scores]) => {
    const shares = safetyShares(scores);
    const typos = withTypos.perFlag[flag];
    return [
      flag,
      String(scores.urgent),
      formatValue(shares.recall, 'share'),
      formatValue(shares.rightKind, 'share'),
      typos ? formatValue(safetyShares(typos).recall, 'share') : '',
    ];
  });
  const calm = Object.entries(asTyped.perCalmGroup).map(([group, { calm, falseAlarms }]) => [
    group,
    String(calm),
    String(falseAlarms),
  ]);
  return `<h2>Safety</h2>
${table(['flag', 'messages', 'caught', 'right kind', 'caught, with typos'], perFlag)}
${table(['calm messages', 'messages', 'alarms'], calm)}
<h3>As typed</h3>${missTables(asTyped)}
<h3>With typos</h3>${missTables(withTypos)}`;
}

function missTables({ missed, wrongKind, raisedForNothing }: SafetyScores): string {
  const one = (title: string, misses: readonly SafetyMiss[]) =>
    fold(
      `${title}: ${misses.length}`,
      table(
        ['wanted', 'got', 'rule', 'message'],
        misses.map(({ wanted, got = 'calm', rule = '', text }) => [
          list(wanted) || 'calm',
          got,
          rule,
          text,
        ]),
      ),
    );
  return [
    one('Not caught', missed),
    one('Caught as another kind', wrongKind),
    one('Raised for nothing', raisedForNothing),
  ].join('\n');
}

function talkSection({ turns, several, single, misses }: Report['talks']): string {
  return `<h2>Dialogues</h2>
<p>${turns.right} of ${turns.of} turns right; ${several.right} of ${several.of} messages with several questions fully answered;
${single.right} of ${single.of} single questions kept whole.</p>
${fold(
  `Turns that went wrong: ${misses.length}`,
  table(
    ['turn', 'what did not hold'],
    misses.map(({ name, misses: what }) => [name, what.join('; ')]),
  ),
)}`;
}

const list = (ids: readonly string[]) => ids.join(', ');
const short = (id: string) => id.slice(id.indexOf('/') + 1);
