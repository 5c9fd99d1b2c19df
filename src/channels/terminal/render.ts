/** A `Reply` for a terminal window: wrapped, with colour where the terminal has it. */
import { styleText } from 'node:util';
import { type Block, blocksOf, type RenderOptions } from '../../render-plain.js';
import type { Reply } from '../../reply.js';
import { wrap } from './wrap.js';

export interface Look {
  /** In characters. */
  width: number;
  colour: boolean;
}

type Style = Block['style'];
const COLOURS: Partial<Record<Style, Parameters<typeof styleText>[0]>> = {
  title: ['bold', 'cyan'],
  alert: ['bold', 'red'],
  caution: 'yellow',
  choice: 'cyan',
  faint: 'dim',
};
/** Rows of one list stand close together. */
const ROWS: ReadonlySet<Style> = new Set(['bullet', 'choice', 'faint']);

export function renderReply(reply: Reply, look: Look, options: RenderOptions): string {
  return renderBlocks(blocksOf(reply, options), look);
}

export function renderBlocks(blocks: readonly Block[], look: Look): string {
  const lines: string[] = [];
  let before: Style | undefined;
  for (const block of blocks) {
    const close = block.style === before && ROWS.has(block.style);
    if (before !== undefined && !close && before !== 'title') lines.push('');
    lines.push(renderBlock(block, look));
    before = block.style;
  }
  return lines.join('\n');
}

function renderBlock({ style, text }: Block, { width, colour }: Look): string {
  const wrapped =
    style === 'bullet'
      ? wrap(`- ${text}`, width, '  ')
      : wrap(text, width, style === 'choice' ? '   ' : '');
  const format = COLOURS[style];
  // The stream was looked at by whoever chose the look: NO_COLOR and pipes are settled there.
  return colour && format ? styleText(format, wrapped, { validateStream: false }) : wrapped;
}
