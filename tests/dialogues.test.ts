import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Bot, createBot } from '../src/bot.js';
import type { ContentPack } from '../src/content/pack.js';
import { type PlayedTurn, play, readDialogues } from '../src/evaluation/dialogues.js';
import { openProduct } from '../src/product.js';
import { createMemoryContexts } from '../src/storage/memory.js';

const FOLDER = fileURLToPath(new URL('./questions/dialogues', import.meta.url));
/** Of the turns in our own dialogues. A change that loses one must say why. */
const TURNS_RIGHT = 0.95;

describe('scripted dialogues', () => {
  let bot: Bot;
  let pack: ContentPack;
  beforeAll(async () => {
    const product = await openProduct(() => {});
    pack = product.pack;
    bot = createBot({
      ...product,
      contexts: createMemoryContexts(),
      settings: { region: 'UK', productLinks: true },
    });
  }, 180_000);

  it('go as they should', async () => {
    const played: PlayedTurn[] = [];
    for (const dialogue of existsSync(FOLDER) ? readDialogues(FOLDER) : []) {
      played.push(...(await play(dialogue, bot, pointsOf)));
    }
    const wrong = played.filter(({ misses }) => misses.length > 0);
    const report = wrong.map(({ name, misses }) => `${name}\n    ${misses.join('\n    ')}`);
    console.info(`${played.length - wrong.length} of ${played.length} turns right`);
    if (wrong.length > 0) console.info(report.join('\n'));
    expect(played.length - wrong.length).toBeGreaterThanOrEqual(played.length * TURNS_RIGHT);
  });

  function pointsOf(id: string, about: string | undefined): string[] {
    const topic = pack.topics.find((one) => one.id === id);
    if (topic?.kind !== 'card') return [];
    return topic.points.filter((point) => point.about === about).map(({ text }) => text);
  }
});
