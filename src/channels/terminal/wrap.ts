/** Breaks text to a width, whole words only. */

/** Wider lines are hard to read. */
const WIDEST = 100;
const NARROWEST = 20;

/** The width to write to, from the window's own: at most 100; 80 where there is no window. */
export function widthFor(columns: number | undefined): number {
  return Math.min(WIDEST, Math.max(NARROWEST, columns || 80));
}

/**
 * Breaks each line of a text at spaces. A word longer than the width, such as an address, stays whole.
 *
 * @param indent put before every line of a paragraph but the first; it counts towards the width.
 */
export function wrap(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width, indent))
    .join('\n');
}

function wrapLine(line: string, width: number, indent: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (longer.length > width && current.trim() !== '') {
      lines.push(current);
      current = indent + word;
    } else current = longer;
  }
  return [...lines, current].join('\n');
}
