#!/usr/bin/env node
/**
 * The composition root: the only place where the parts meet, and the only one that exits.
 * Exit codes: 0 all went well, 1 something is wrong with the pack, 2 with the way it was called or set up.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bot } from './bot.js';
import type { Command, CommandIo } from './commands/command.js';
import { type Config, readConfig } from './config.js';
import type { ContentPack } from './content/pack.js';
import { ContentError, UsageError, VertebotError } from './errors.js';

const HELP = `Vertebot: questions and answers on back pain and bone health, from checked cards.

  vertebot                   run in Discord when DISCORD_TOKEN is set, else serve the web page
  vertebot serve             serve the web page and its API on PORT
  vertebot discord           run in Discord; docs/discord.md says how to set it up
  vertebot register          tell Discord of the commands, when they have changed
  vertebot invite            print the links by which a server or a person adds the bot
  vertebot chat              talk in the terminal
  vertebot ask "question"    one answer; --explain says why; --jsonl answers a pipe
  vertebot lint              check the pack; --against FILE... also looks for copied runs
  vertebot evaluate          score the labelled questions; --against report.json says what changed
  vertebot compile           make the compiled pack and the models anew
  vertebot schema            write the JSON Schema files beside the pack
  vertebot help              this text

Settings come from the environment; .env.example lists them.`;

/** Each command loads only what it needs: a start must be fast. */
const COMMANDS: Record<string, (config: Config, io: CommandIo) => Promise<Command>> = {
  async serve(config, io) {
    const { serveCommand } = await import('./commands/serve.js');
    return serveCommand({
      open: () => openWeb(config, io),
      port: config.port,
      ...(config.host && { host: config.host }),
      stopped: stopSignal(),
    });
  },
  async discord(config, io) {
    const { discordCommand } = await import('./commands/discord.js');
    const say =
      (level: string) =>
      (event: string, facts: Facts = {}) =>
        io.err(
          [level, event, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(
            ' ',
          ),
        );
    return discordCommand({
      config: config.discord,
      open: () => openDiscord(config, io),
      logger: { info: say('info'), warn: say('warn'), error: say('error') },
      clock: Date.now,
      untilStopped: stopSignal,
    });
  },
  async register(config) {
    const { registerCommand } = await import('./commands/register.js');
    return registerCommand(config.discord);
  },
  async invite(config) {
    const { inviteCommand } = await import('./commands/invite.js');
    return inviteCommand(config.discord);
  },
  async chat(config, io) {
    const { chatCommand } = await import('./commands/chat.js');
    return chatCommand({
      open: async () => {
        const opened = await open(config, io);
        sayWhetherLinked(config, opened.pack, io);
        return opened;
      },
      input: process.stdin,
      output: process.stdout,
      noColour: config.noColor,
    });
  },
  async ask(config, io) {
    const { askCommand } = await import('./commands/ask.js');
    const { widthFor, wrap } = await import('./channels/terminal/wrap.js');
    const { isTTY, columns } = process.stdout;
    return askCommand({
      openBot: async () => (await open(config, io)).bot,
      input: process.stdin,
      clock: () => performance.now(),
      ...(isTTY && { wrap: (text: string) => wrap(text, widthFor(columns)) }),
    });
  },
  async lint() {
    const { lintCommand } = await import('./commands/lint.js');
    const { PACK_DIR } = await import('./product.js');
    return lintCommand(PACK_DIR);
  },
  async evaluate(_config, io) {
    const { evaluateCommand } = await import('./commands/evaluate.js');
    const { progressBar } = await import('./evaluation/progress.js');
    return evaluateCommand({
      open: () => openMeasured(io),
      questionsDir: fileURLToPath(new URL('../tests/questions', import.meta.url)),
      clock: () => performance.now(),
      onProgress: progressBar(process.stderr, 'Asking'),
    });
  },
  async schema() {
    const { schemaCommand } = await import('./commands/schema.js');
    const { PACK_DIR } = await import('./product.js');
    return schemaCommand(PACK_DIR);
  },
  async compile(_config, io) {
    const { compile } = await import('./product.js');
    return async () => {
      await compile(io.err);
      return 0;
    };
  },
  async help(_config, io) {
    return async () => {
      io.out(HELP);
      return 0;
    };
  },
};

/** The bot as the environment describes it, and the topic that greets. */
async function open(
  config: Config,
  io: CommandIo,
): Promise<{ bot: Bot; pack: ContentPack; greeting: string }> {
  const { openProduct } = await import('./product.js');
  const { createBot } = await import('./bot.js');
  const { createMemoryContexts } = await import('./storage/memory.js');
  const { expiring } = await import('./storage/expiring.js');
  const { MEMORY_FACTS } = await import('./privacy.js');
  const { pack, matcher, triage } = await openProduct(io.err);
  const bot = createBot({
    pack,
    matcher,
    triage,
    contexts: expiring(createMemoryContexts(), Date.now),
    settings: { region: config.emergencyRegion, productLinks: true },
    addresses: config.productsBaseUrl ? { baseUrl: config.productsBaseUrl } : {},
    privacyFacts: () => [...MEMORY_FACTS],
    ...(config.articleUrl && { articleUrl: config.articleUrl }),
  });
  return { bot, pack, greeting: pack.wording.topics.greeting };
}

/** The bot as shipped, whatever the environment says, so that two runs can be compared. */
async function openMeasured(io: CommandIo) {
  const { openProduct } = await import('./product.js');
  const { createBot } = await import('./bot.js');
  const { createMemoryContexts } = await import('./storage/memory.js');
  const product = await openProduct(io.err);
  const settings = { region: 'UK', productLinks: true } as const;
  return { ...product, bot: createBot({ ...product, contexts: createMemoryContexts(), settings }) };
}

/** Said once at the start of what serves people: without an address, products come without a link. */
function sayWhetherLinked(config: Config, { products }: ContentPack, io: CommandIo): void {
  if (config.productsBaseUrl || Object.values(products).some(({ url }) => url)) return;
  io.err('Products come without a link: set PRODUCTS_BASE_URL, or a url in intents/products.yaml.');
}

/** The bot over the embedded database, with what every channel that serves people needs. */
async function openService(config: Config, io: CommandIo, moreFacts: readonly string[] = []) {
  const { openProduct } = await import('./product.js');
  const { createBot } = await import('./bot.js');
  const { openStores } = await import('./storage/open.js');
  const { privacyFacts } = await import('./privacy.js');
  const { createSuggester } = await import('./suggest.js');
  const log = (event: string, facts: Facts = {}) =>
    io.err([event, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(' '));
  const storageFailed = (error: unknown) =>
    log('storage failed', { error: error instanceof Error ? error.message : String(error) });
  const { pack, matcher, triage } = await openProduct(io.err);
  sayWhetherLinked(config, pack, io);
  const stores = await openStores({
    dataDir: config.dataDir,
    keepUnanswered: config.keepUnanswered,
    onSweepFailure: storageFailed,
  });
  const facts = [...privacyFacts(config), ...moreFacts];
  const bot = createBot({
    pack,
    matcher,
    triage,
    contexts: stores.contexts,
    settings: { region: config.emergencyRegion, productLinks: true },
    addresses: config.productsBaseUrl ? { baseUrl: config.productsBaseUrl } : {},
    privacyFacts: () => [...facts],
    onStorageFailure: storageFailed,
    ...(config.articleUrl && { articleUrl: config.articleUrl }),
  });
  return {
    bot,
    pack,
    triage,
    stores,
    facts,
    log,
    suggest: createSuggester(pack, triage),
    async close() {
      await bot.settled();
      await stores.close();
    },
  };
}
type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

async function openWeb(config: Config, io: CommandIo) {
  const { randomBytes } = await import('node:crypto');
  const { createWebApp } = await import('./channels/web/index.js');
  const { secretIn } = await import('./storage/secret.js');
  const { facts, close, ...service } = await openService(config, io);
  const app = createWebApp({
    ...service,
    config,
    privacyFacts: facts,
    ready: () => true,
    clock: () => performance.now(),
    random: randomBytes,
    // The same after a restart, so that a conversation under way can go on.
    secret: secretIn(config.dataDir),
  });
  return { app, close };
}

async function openDiscord(config: Config, io: CommandIo) {
  const { catalogueOf, discordPrivacyFacts } = await import('./channels/discord/index.js');
  const { messageContent = false } = config.discord ?? {};
  const facts = discordPrivacyFacts({ messageContent });
  const { pack, triage, stores, ...service } = await openService(config, io, facts);
  /** Nothing in which triage found anything is kept. */
  const onDeclined = async (text: string) => {
    const { flags, softFlags, productRisks } = triage(text);
    if (flags.length + softFlags.length + productRisks.length > 0) return;
    await stores.unanswered?.add(text);
  };
  return { ...service, stores, onDeclined, catalogue: catalogueOf(pack) };
}

/** Resolves when the process is asked to end. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

async function run(args: string[], io: CommandIo): Promise<number> {
  // What the environment says already wins over the file.
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig();
  const [first = config.discord ? 'discord' : 'serve', ...rest] = args;
  const name = first === '--help' || first === '-h' ? 'help' : first;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`${JSON.stringify(name)} is no command; see vertebot help`);
  return (await command(config, io))(rest, io);
}

const io: CommandIo = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
};
// Whoever reads our output may stop early (`| head`); that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});
try {
  process.exitCode = await run(process.argv.slice(2), io);
} catch (error) {
  if (!(error instanceof VertebotError)) throw error;
  io.err(error.message);
  process.exitCode = error instanceof ContentError ? 1 : 2;
}
