/** Scripted talks: what a person says turn by turn, and what must come back. Read from YAML. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Bot } from '../bot.js';
import { ABOUTS, type Message } from '../message.js';
import { renderPlain } from '../render-plain.js';
import { answeredTopics, productIds, type Reply } from '../reply.js';

const texts = z.array(z.string());
const turnSchema = z.strictObject({
  say: z.string().default(''),
  pick: z
    .discriminatedUnion('action', [
      z.strictObject({ action: z.enum(['topic', 'tip', 'urgent']), topic: z.string() }),
      z.strictObject({ action: z.literal('part'), topic: z.string(), about: z.enum(ABOUTS) }),
    ])
    .optional(),
  kind: z.enum(['answer', 'clarify', 'fallback', 'urgent']).optional(),
  /** Exactly these, in any order. */
  answered: texts.optional(),
  /** All of these, and perhaps others. */
  answeredAll: texts.optional(),
  /** At least one of these. */
  answeredAny: texts.optional(),
  /** None of these. */
  notAnswered: texts.optional(),
  answeredFirst: z.string().optional(),
  offeredIncludes: texts.optional(),
  /** Exactly these products allowed. */
  products: texts.optional(),
  textIncludes: texts.optional(),
  textExcludes: texts.optional(),
  /** The part of the card that the reply leads with. */
  lead: z.enum(ABOUTS).optional(),
});
const dialoguesSchema = z.array(
  z.strictObject({ name: z.string(), turns: z.array(turnSchema).min(1) }),
);

export type Turn = z.infer<typeof turnSchema>;
export type Dialogue = z.infer<typeof dialoguesSchema>[number];

export function readDialogues(dir: string): Dialogue[] {
  const files = readdirSync(dir).filter((name) => name.endsWith('.yaml'));
  return files
    .sort()
    .flatMap((name) => dialoguesSchema.parse(parse(readFileSync(join(dir, name), 'utf8'))));
}

/** The texts of a topic's points about one part, to tell what a card leads with. */
export type PointsOf = (topic: string, about: Turn['lead']) => string[];

export interface PlayedTurn {
  /** Where and what: `dialogue, turn 2: "how much?"`. */
  name: string;
  /** What did not hold; empty when the turn is right. */
  misses: string[];
}

/** Plays one dialogue in a conversation of its own. */
export async function play(
  { name, turns }: Dialogue,
  bot: Bot,
  pointsOf: PointsOf,
): Promise<PlayedTurn[]> {
  const played: PlayedTurn[] = [];
  for (const [at, turn] of turns.entries()) {
    const reply = await bot.respond({
      text: turn.say,
      conversation: { person: name, place: 'dialogue' },
      ...(turn.pick && { pick: turn.pick as NonNullable<Message['pick']> }),
    });
    const said = turn.pick ? JSON.stringify(turn.pick) : JSON.stringify(turn.say);
    played.push({
      name: `${name}, turn ${at + 1}: ${said}`,
      misses: missesOf(turn, reply, pointsOf),
    });
  }
  return played;
}

function missesOf(turn: Turn, reply: Reply, pointsOf: PointsOf): string[] {
  const answered = answeredTopics(reply);
  const offered = reply.offered.map(({ topic }) => topic);
  const text = renderPlain(reply).toLowerCase();
  const has = (part: string) => text.includes(part.toLowerCase());
  const same = (a: string[], b: string[]) => [...a].sort().join() === [...b].sort().join();
  const holds: Record<Exclude<keyof Turn, 'say' | 'pick'>, boolean> = {
    kind: turn.kind === undefined || reply.kind === turn.kind,
    answered: !turn.answered || same(turn.answered, answered),
    answeredAll: turn.answeredAll?.every((topic) => answered.includes(topic)) ?? true,
    answeredAny: turn.answeredAny?.some((topic) => answered.includes(topic)) ?? true,
    notAnswered: !turn.notAnswered?.some((topic) => answered.includes(topic)),
    answeredFirst: turn.answeredFirst === undefined || answered[0] === turn.answeredFirst,
    offeredIncludes: turn.offeredIncludes?.every((topic) => offered.includes(topic)) ?? true,
    products: !turn.products || same(turn.products, productIds(reply)),
    textIncludes: turn.textIncludes?.every(has) ?? true,
    textExcludes: !turn.textExcludes?.some(has),
    lead: turn.lead === undefined || leadsWith(reply, turn.lead, pointsOf),
  };
  return Object.entries(holds)
    .filter(([, held]) => !held)
    .map(
      ([field]) =>
        `${field} should be ${JSON.stringify(turn[field as keyof Turn])}, got ${reply.kind} [${answered}], offered [${offered}], products [${productIds(reply)}]`,
    );
}

function leadsWith(reply: Reply, about: Turn['lead'], pointsOf: PointsOf): boolean {
  const cards = reply.kind === 'answer' ? reply.cards : [];
  return cards.some(
    (card) =>
      card.type === 'topic' && pointsOf(card.topic, about).includes(card.answer[0]?.text ?? ''),
  );
}
