/** The terminal channel: a talk, line by line, in a window or through a pipe. */
import type { Message } from '../../message.js';
import { sourceBlocks } from '../../render-plain.js';
import type { FollowUp, Reply } from '../../reply.js';
import { type Look, renderBlocks, renderReply } from './render.js';

export { widthFor, wrap } from './wrap.js';

export interface TerminalWith {
  respond(message: Message): Promise<Reply>;
  /** What the person types, a line at a time. */
  lines: AsyncIterable<string>;
  write(text: string): void;
  /** Asked before each reply, since a window may change its size. */
  look(): Look;
  /** Shows that it is the person's turn; nothing in a pipe. */
  prompt(): void;
  /** The topic that greets. */
  greeting: string;
}

const CONVERSATION = { person: 'terminal', place: 'terminal' };
const QUIT = /^\s*(?:quit|exit|:q|q)\s*$/i;
const SOURCES = /^\s*(?:show |the )*sources?\s*\??\s*$/i;

/** Talks until the person quits or the input ends. */
export async function runTerminal(io: TerminalWith): Promise<void> {
  let last = await io.respond({
    text: '',
    pick: { action: 'topic', topic: io.greeting },
    conversation: CONVERSATION,
  });
  show(last, io);
  io.prompt();
  for await (const line of io.lines) {
    if (QUIT.test(line)) break;
    if (SOURCES.test(line) && hasSources(last)) showSources(last, io);
    else if (line.trim() !== '') {
      last = await io.respond({ text: line, conversation: CONVERSATION });
      show(last, io);
    }
    io.prompt();
  }
}

function show(reply: Reply, { write, look }: TerminalWith): void {
  const now = look();
  const hint = hintFor(reply);
  const text = renderReply(reply, now, { sources: false });
  const below = hint ? `\n\n${renderBlocks([{ style: 'faint', text: hint }], now)}` : '';
  write(`\n${text}${below}\n\n`);
}

function showSources(reply: Reply, { write, look }: TerminalWith): void {
  write(`\n${renderBlocks(sourceBlocks(reply), look())}\n\n`);
}

function hasSources(reply: Reply): boolean {
  return sourceBlocks(reply).length > 0;
}

/** What can be typed next, besides a new question. */
function hintFor(reply: Reply): string {
  if (reply.kind === 'urgent') return '';
  const typed: string[] = [];
  if (reply.offered.length > 0)
    typed.push(reply.offered.length > 1 ? `1 to ${reply.offered.length}` : '1');
  if (reply.kind === 'answer') {
    const ups = reply.cards.flatMap((card) => ('followUps' in card ? card.followUps : []));
    typed.push(...new Set(ups.map(wordsFor).filter((words) => words !== '')));
  }
  if (hasSources(reply)) typed.push('sources');
  return typed.length > 0 ? `Type a question, or: ${typed.join(', ')}, quit` : '';
}

function wordsFor({ label, pick }: FollowUp): string {
  if (pick.action === 'tip') return 'tip';
  return pick.action === 'part' ? label.toLowerCase() : 'tell me more';
}
