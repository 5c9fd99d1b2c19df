/** Plots as inline SVG, drawn from plain numbers; colours are CSS classes of the page. */
import { escaped } from './markup.js';
import type { Bin, RiskPoint } from './statistics.js';

const SIDE = 260;
const LEFT = 44;
const TOP = 12;
const BOTTOM = 40;

/** A square from 0 to 1 both ways, `most` being the top of the upright axis. */
function square(title: string, across: string, up: string, most: number, marks: string): string {
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((at) => {
    const x = LEFT + at * SIDE;
    const y = TOP + (1 - at) * SIDE;
    return `<line class="grid" x1="${LEFT}" x2="${LEFT + SIDE}" y1="${y}" y2="${y}"/>
<text x="${LEFT - 6}" y="${y + 4}" text-anchor="end">${Math.round(at * most * 100)}</text>
<text x="${x}" y="${TOP + SIDE + 16}" text-anchor="middle">${Math.round(at * 100)}</text>`;
  });
  return `<figure><svg viewBox="0 0 ${LEFT + SIDE + 12} ${TOP + SIDE + BOTTOM}" width="360" role="img" aria-label="${escaped(title)}">
${ticks.join('\n')}
${marks}
<text x="${LEFT + SIDE / 2}" y="${TOP + SIDE + 34}" text-anchor="middle">${escaped(across)}</text>
<text transform="rotate(-90)" x="${-(TOP + SIDE / 2)}" y="12" text-anchor="middle">${escaped(up)}</text>
</svg><figcaption>${escaped(title)}</figcaption></figure>`;
}

/** Confidence against truth: on the diagonal the matcher knows what it knows. */
export function reliabilityPlot(title: string, bins: readonly Bin[]): string {
  const most = Math.max(...bins.map(({ share }) => share), 0.01);
  const dots = bins.map(({ confidence, right, share }) => {
    const radius = 3 + 9 * Math.sqrt(share / most);
    const label = `confidence ${percent(confidence)}, right ${percent(right)}, ${percent(share)} of the messages`;
    return `<circle class="dot" cx="${n(LEFT + confidence * SIDE)}" cy="${n(TOP + (1 - right) * SIDE)}" r="${n(radius)}"><title>${label}</title></circle>`;
  });
  const diagonal = `<line class="ideal" x1="${LEFT}" y1="${TOP + SIDE}" x2="${LEFT + SIDE}" y2="${TOP}"/>`;
  return square(title, 'confidence, %', 'right, %', 1, `${diagonal}\n${dots.join('\n')}`);
}

/** What share of answers is wrong when only the surest share of messages is answered. */
export function riskCoveragePlot(
  title: string,
  curves: readonly { name: string; points: readonly RiskPoint[] }[],
): string {
  const highest = Math.max(...curves.flatMap(({ points }) => points.map(({ risk }) => risk)));
  const most = Math.min(1, Math.max(0.2, Math.ceil(highest * 5) / 5));
  const lines = curves.map(({ name, points }, i) => {
    const path = points
      .map(
        ({ coverage, risk }) => `${n(LEFT + coverage * SIDE)},${n(TOP + (1 - risk / most) * SIDE)}`,
      )
      .join(' ');
    return `<polyline class="curve c${i}" points="${path}"/>
<text class="c${i}" x="${LEFT + 10}" y="${TOP + 18 + 16 * i}">${escaped(name)}</text>`;
  });
  return square(title, 'messages answered, %', 'wrong among them, %', most, lines.join('\n'));
}

export interface BarPart {
  /** A class of the page that colours it, and its name in the label. */
  name: string;
  count: number;
}

const ROW = 20;
const NAMES = 250;
const BAR = 420;

/** One horizontal bar a row, in parts; all bars share the scale of the longest. */
export function barsPlot(title: string, rows: readonly { name: string; parts: BarPart[] }[]) {
  const totals = rows.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0));
  const longest = Math.max(...totals, 1);
  const drawn = rows.map(({ name, parts }, i) => {
    let x = NAMES;
    const bars = parts
      .filter(({ count }) => count > 0)
      .map(({ name: part, count }) => {
        const width = (BAR * count) / longest;
        const bar = `<rect class="${part.replaceAll(' ', '-')}" x="${n(x)}" y="${i * ROW + 2}" width="${n(width)}" height="${ROW - 5}"><title>${escaped(name)}: ${count} ${escaped(part)}</title></rect>`;
        x += width;
        return bar;
      });
    return `<text x="${NAMES - 8}" y="${i * ROW + 14}" text-anchor="end">${escaped(name)}</text>
${bars.join('')}<text x="${n(x + 5)}" y="${i * ROW + 14}">${totals[i]}</text>`;
  });
  return `<figure><svg viewBox="0 0 ${NAMES + BAR + 40} ${rows.length * ROW + 4}" width="${NAMES + BAR + 40}" role="img" aria-label="${escaped(title)}">
${drawn.join('\n')}
</svg><figcaption>${escaped(title)}</figcaption></figure>`;
}

const n = (value: number) => Number(value.toFixed(1));
const percent = (share: number) => `${Math.round(share * 100)}%`;
