/**
 * Has the real bot say everything it can say, through a real discord.js client to the loopback
 * Discord, and hands back every request that was made.
 */
import { createBot } from '../../../src/bot.js';
import {
  catalogueOf,
  createDiscordChannel,
  discordPrivacyFacts,
} from '../../../src/channels/discord/index.js';
import { REGIONS } from '../../../src/message.js';
import { openProduct } from '../../../src/product.js';
import { openStores } from '../../../src/storage/open.js';
import { createSuggester } from '../../../src/suggest.js';
import { FakeDiscord, type Recorded } from './fake-discord.js';
import { type Outcome, People } from './people.js';
import type { Json } from './rest.js';
import { BOT, FORUM, GUILD_ID, MANAGE_GUILD, QUESTIONS, snowflake } from './world.js';

const manager = { permissions: MANAGE_GUILD };
/** Menus whose choices are values of other things than topics. */
const TOPIC_MENU = /^v1:(?:go|instead):/;

export async function record(say: (text: string) => void): Promise<Recorded[]> {
  const { pack, matcher, triage } = await openProduct(say);
  const fake = await FakeDiscord.start();
  const people = new People(fake);
  const stores = await openStores();
  const bot = createBot({
    pack,
    matcher,
    triage,
    contexts: stores.contexts,
    settings: { region: 'international', productLinks: true },
    addresses: { baseUrl: 'https://shop.example/' },
    articleUrl: 'https://article.example/',
    privacyFacts: () => discordPrivacyFacts({ messageContent: true }),
  });
  const quiet = () => {};
  const channel = createDiscordChannel({
    bot,
    stores,
    catalogue: catalogueOf(pack),
    suggest: createSuggester(pack, triage),
    config: { token: fake.token, apiBase: fake.api, messageContent: true },
    logger: { info: quiet, warn: quiet, error: (message) => say(message) },
    clock: Date.now,
    timings: { questions: 1e6, quietMs: 10, personCooldownMs: 0, channelCooldownMs: 0 },
  });
  try {
    await channel.start();
    await everyTopic(people, pack.topics);
    await everyCommand(people);
    await everySetting(people, fake);
    await everythingUrgent(people, pack.topics, fake);
    await everyOutcome(people, pack.outOfScope, fake);
    await everyError(people, fake);
  } finally {
    await channel.stop();
    await stores.close();
    await fake.stop();
  }
  if (fake.unknown.length > 0) throw new Error(`unknown routes:\n${fake.unknown.join('\n')}`);
  return fake.requests;
}

type Topics = readonly { id: string; kind: string; utterances: readonly string[] }[];

async function everyTopic(people: People, topics: Topics): Promise<void> {
  for (const { id, utterances } of topics) {
    const card = await people.slash('ask', { question: `topic:${id}` });
    await pressAll(people, card);
    await people.slash('ask', { question: `topic:${id}`, public: true });
    await people.slash('tip', { topic: `topic:${id}` }, { in: 'dm' });
    const [question = ''] = utterances;
    await people.type('ask', 'question', question);
    await pressAll(people, await people.answerThis(messageOf(question)));
    people.say(`<@${BOT.id}> ${question}`);
  }
}

/** Every button and every topic menu, once each. */
async function pressAll(people: People, outcome: Outcome): Promise<void> {
  const message = outcome.message();
  for (const control of controlsOf(message)) {
    const id = String(control.custom_id);
    const [option] = (control.options as { value: string }[] | undefined) ?? [];
    if (TOPIC_MENU.test(id) && option) await people.choose(id, [option.value], message);
    else if (!option) await people.press(id, message);
  }
}

async function everyCommand(people: People): Promise<void> {
  for (const name of ['tip', 'products', 'help', 'privacy', 'forget', 'stats']) {
    for (const where of ['server', 'dm', 'group'] as const) {
      await people.slash(name, {}, { in: where, ...manager });
    }
  }
  await people.slash('stats');
  const first = await people.slash('topics');
  const [subjects] = controlsOf(first.message());
  for (const { value } of (subjects?.options ?? []) as { value: string }[]) {
    await people.choose(String(subjects?.custom_id), [value], first.message());
  }
  await people.type('tip', 'topic', '');
}

async function everySetting(people: People, fake: FakeDiscord): Promise<void> {
  await people.slash('settings', {}, {}, 'show');
  await people.slash('settings', {}, manager, 'check');
  const panel = await people.slash('settings', {}, manager, 'show');
  for (const control of controlsOf(panel.message())) {
    const id = String(control.custom_id);
    const options = (control.options ?? []) as { value: string }[];
    if (options.length === 0) {
      await people.choose(id, [QUESTIONS, FORUM, snowflake()], panel.message(), manager, 8);
    }
    for (const { value } of options) await people.choose(id, [value], panel.message(), manager);
    await people.choose(id, ['nonsense'], panel.message());
  }
  fake.gateway.dispatch('CHANNEL_UPDATE', fake.guilds[0]!.channels[1]);
  await people.slash('settings', {}, manager, 'check');
}

async function everythingUrgent(people: People, topics: Topics, fake: FakeDiscord): Promise<void> {
  const urgent = topics.filter(({ kind }) => kind === 'urgent') as unknown as {
    rules: { examples: string[] }[];
  }[];
  for (const region of ['operator', ...REGIONS]) {
    const panel = await people.slash('settings', {}, manager, 'show');
    const menu = controlsOf(panel.message()).find(
      ({ placeholder }) => placeholder === 'Emergency numbers',
    );
    await people.choose(String(menu?.custom_id), [region], panel.message(), manager);
    for (const { rules } of urgent) {
      const example = rules[0]?.examples[0] ?? '';
      await people.slash('ask', { question: example, public: true });
      await pressAll(people, await people.answerThis(messageOf(example)));
      const posted = fake.rest.posted.length;
      people.say(`<@${BOT.id}> ${example}`);
      people.say(example, { channel: QUESTIONS });
      await people.slash('topics');
      for (const message of fake.rest.posted.slice(posted)) {
        for (const control of controlsOf(message)) {
          await people.press(String(control.custom_id), message);
        }
      }
    }
  }
}

async function everyOutcome(
  people: People,
  declined: readonly string[],
  fake: FakeDiscord,
): Promise<void> {
  const texts = [
    ...declined.slice(0, 40),
    'vitamins? exercise? surgery?',
    'is coffee bad for my bones and how much calcium do I need?',
    'what about vitamin d, smoking and swimming?',
    'I am pregnant, how much calcium should I take?',
    'hello',
    'thanks',
    'what can you do',
    'me duele la espalda y no puedo dormir',
    '@everyone <@1> **bold** ||hidden|| [a](https://b.example)',
    'x',
  ];
  for (const text of texts) {
    await people.slash('ask', { question: text });
    await people.slash('ask', { question: text, public: true });
    await people.answerThis(messageOf(text));
    people.say(`<@${BOT.id}> ${text}`);
    people.say(text, { direct: true });
  }
  people.say('is coffee bad for my bones?', { channel: QUESTIONS });
  await people.post('Coffee', 'Does anyone know whether coffee is bad for my bones?');
  for (let last = -1; last !== fake.requests.length; ) {
    last = fake.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function everyError(people: People, fake: FakeDiscord): Promise<void> {
  const { message } = await people.slash('ask', { question: 'is coffee bad for my bones?' });
  for (const id of ['v0:old', 'nonsense']) await people.press(id, message());
  await people.slash('command-of-another-version');
  await people.answerThis(messageOf(' '));
  await people.slash('settings', {}, { in: 'dm' }, 'show');
  const [posted] = fake.rest.posted;
  const remove = controlsOf(posted ?? {}).find(({ label }) => label === 'Remove');
  if (posted && remove) {
    const stranger = { user: { id: snowflake(), username: 'stranger' } };
    await people.press(String(remove.custom_id), posted, stranger);
    await people.press(String(remove.custom_id), posted);
  }
}

function messageOf(content: string): Json {
  return {
    id: snowflake(),
    type: 0,
    channel_id: QUESTIONS,
    guild_id: GUILD_ID,
    author: { id: snowflake(), username: 'somebody', discriminator: '0' },
    content,
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    components: [],
    timestamp: new Date().toISOString(),
  };
}

function controlsOf(message: Json): Json[] {
  const found: Json[] = [];
  const visit = (component: Json): void => {
    if (component.custom_id) found.push(component);
    for (const inner of (component.components as Json[] | undefined) ?? []) visit(inner);
  };
  for (const component of (message.components as Json[] | undefined) ?? []) visit(component);
  return found;
}
