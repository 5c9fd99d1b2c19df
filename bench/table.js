/** Results as Markdown. */

/** @param {string[]} head @param {string[][]} rows */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

const HEAD = [
  'in-scope accuracy',
  'declined of out-of-scope',
  'AUROC',
  'accuracy with typos',
  'best topic right',
  'training',
  'median',
  'p99',
  'memory',
  'every n-th message',
];

/** @param {string} first what the rows are @param {{ name: string, result: Awaited<ReturnType<typeof import('./cells.js').runCell>> }[]} rows */
export function figuresTable(first, rows) {
  return table(
    [first, ...HEAD],
    rows.map(({ name, result }) => {
      if ('failed' in result) return [name, result.failed, ...HEAD.slice(1).map(() => '')];
      const { figures } = result;
      return [
        name,
        percent(figures.accuracy),
        percent(figures.outOfScopeRecall),
        figures.auroc.toFixed(3),
        percent(figures.typos),
        percent(figures.firstRight),
        seconds(figures.trainSeconds),
        milliseconds(figures.p50),
        milliseconds(figures.p99),
        `${Math.round(figures.megabytes)} MB`,
        String(figures.stride),
      ];
    }),
  );
}

export const percent = (share) => (share * 100).toFixed(1);
export const seconds = (value) => `${value.toFixed(value < 10 ? 1 : 0)} s`;
export const milliseconds = (value) =>
  `${value < 100 ? value.toPrecision(2) : Math.round(value).toLocaleString('en')} ms`;
