/** The environment, read once and checked as a whole. Nothing else reads `process.env`. */
import { ConfigError } from './errors.js';
import { REGIONS, type Region } from './message.js';

/** One variable: what it means, its default, and how its text becomes a value. */
export interface Setting<T> {
  meaning: string;
  /** As it would stand in the environment; empty when unset is the default. */
  standard: string;
  /** @throws Error whose message says what is wanted. */
  parse(text: string): T;
}

/** Every variable that the product reads. `.env.example` lists the same ones; a test compares them. */
export const SETTINGS = {
  EMERGENCY_REGION: setting(
    `Whose emergency numbers are shown: ${REGIONS.join(', ')}.`,
    'international',
    (text): Region => {
      const region = REGIONS.find((known) => known.toLowerCase() === text.toLowerCase());
      if (!region) throw new Error(`must be one of ${REGIONS.join(', ')}`);
      return region;
    },
  ),
  ARTICLE_URL: setting('Where the article that the cards cite can be read.', '', parseUrl),
  PRODUCTS_BASE_URL: setting(
    'The shop: a product stands under this address by its id. Unset: products come without a link.',
    '',
    (text) => parseUrl(text).replace(/\/?$/, '/'),
  ),
  DATA_DIR: setting(
    'The folder of the database and its secret, made when missing. Back it up; it names nobody.',
    'data',
    (text) => text,
  ),
  KEEP_UNANSWERED: setting(
    'Keep questions that had no answer for 30 days, redacted, without who asked: on or off.',
    'off',
    parseSwitch,
  ),
  PORT: setting(
    'Where the web page is served, 0 to 65535; 0 takes any free port.',
    '3000',
    (text) => parseWhole(text, 0, 65_535),
  ),
  HOST: setting(
    'The one address to listen on, such as 127.0.0.1. Unset: every address of the machine.',
    '',
    (text) => text,
  ),
  EMBED_ORIGINS: setting(
    'Sites that may show the chat in their pages, with commas between: https://shop.example.',
    '',
    parseOrigins,
  ),
  API_ORIGINS: setting(
    'Sites whose scripts may call /api/ask from a browser, with commas between.',
    '',
    parseOrigins,
  ),
  QUESTIONS_PER_MINUTE: setting(
    'How many questions one address may ask in a minute, 1 to 6000. Urgent ones always pass.',
    '30',
    (text) => parseWhole(text, 1, 6000),
  ),
  TRUSTED_PROXIES: setting(
    'How many proxies of yours stand in front of the web page, 0 to 9.',
    '0',
    (text) => parseWhole(text, 0, 9),
  ),
  DISCORD_TOKEN: setting(
    "The bot's token, from the developer portal. Set: the bot runs in Discord. Keep it secret.",
    '',
    (text) => {
      if (/\s/.test(text)) throw new Error('must hold no blanks; copy the token alone');
      return text;
    },
  ),
  DISCORD_MESSAGE_CONTENT: setting(
    'on: answer unasked in the channels that a server chooses. Needs "Message Content Intent".',
    'off',
    parseSwitch,
  ),
  DISCORD_API_BASE: setting(
    "Where Discord's API is. Only tests and proxies need another one.",
    'https://discord.com/api',
    (text) => {
      const url = new URL(parseUrl(text));
      const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
      if (url.protocol === 'http:' && !loopback) {
        throw new Error('must be an https address: the token goes there');
      }
      return url.href.replace(/\/$/, '');
    },
  ),
  NO_COLOR: setting('Set to anything: no colour in the terminal.', '', () => true),
} as const;

type Settings = typeof SETTINGS;
type ValueOf<S> = S extends Setting<infer T> ? T : never;

export interface Config {
  readonly emergencyRegion: Region;
  readonly articleUrl?: string;
  readonly productsBaseUrl?: string;
  readonly dataDir: string;
  readonly keepUnanswered: boolean;
  readonly port: number;
  readonly host?: string;
  readonly embedOrigins: readonly string[];
  readonly apiOrigins: readonly string[];
  readonly questionsPerMinute: number;
  readonly trustedProxies: number;
  /** Present when a token is set. */
  readonly discord?: {
    readonly token: string;
    readonly messageContent: boolean;
    readonly apiBase: string;
  };
  readonly noColor: boolean;
}

/**
 * The configuration that an environment describes. Blank counts as unset.
 *
 * @throws ConfigError that names every wrong variable at once.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const wrong: string[] = [];
  function read<Name extends keyof Settings>(name: Name): ValueOf<Settings[Name]> | undefined {
    const { standard, parse } = SETTINGS[name];
    const text = env[name]?.trim() || standard;
    if (!text) return undefined;
    try {
      return parse(text) as ValueOf<Settings[Name]>;
    } catch (error) {
      wrong.push(`${name} ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }
  const emergencyRegion = read('EMERGENCY_REGION') ?? 'international';
  const articleUrl = read('ARTICLE_URL');
  const productsBaseUrl = read('PRODUCTS_BASE_URL');
  const host = read('HOST');
  const token = read('DISCORD_TOKEN');
  const messageContent = read('DISCORD_MESSAGE_CONTENT') ?? false;
  const apiBase = read('DISCORD_API_BASE') ?? '';
  const config: Config = {
    emergencyRegion,
    ...(articleUrl && { articleUrl }),
    ...(productsBaseUrl && { productsBaseUrl }),
    dataDir: read('DATA_DIR') ?? '',
    keepUnanswered: read('KEEP_UNANSWERED') ?? false,
    port: read('PORT') ?? 0,
    ...(host && { host }),
    embedOrigins: read('EMBED_ORIGINS') ?? [],
    apiOrigins: read('API_ORIGINS') ?? [],
    questionsPerMinute: read('QUESTIONS_PER_MINUTE') ?? 0,
    trustedProxies: read('TRUSTED_PROXIES') ?? 0,
    ...(token && { discord: Object.freeze({ token, messageContent, apiBase }) }),
    noColor: read('NO_COLOR') ?? false,
  };
  if (wrong.length > 0) {
    throw new ConfigError(`${wrong.join('; ')}. See .env.example for what each variable takes.`);
  }
  return Object.freeze(config);
}

function setting<T>(meaning: string, standard: string, parse: (text: string) => T): Setting<T> {
  return { meaning, standard, parse };
}

function parseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error('must be an http or https address');
  return url.href;
}

function parseWhole(text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) {
    throw new Error(`must be a whole number from ${least} to ${most}`);
  }
  return number;
}

function parseSwitch(text: string): boolean {
  if (/^(?:on|true|yes|1)$/i.test(text)) return true;
  if (/^(?:off|false|no|0)$/i.test(text)) return false;
  throw new Error('must be on or off');
}

/** Origins and nothing behind them: they go into headers as they are. */
function parseOrigins(text: string): readonly string[] {
  const origins = text.split(',').map((part) => part.trim());
  return origins.filter(Boolean).map((part) => {
    const url = URL.canParse(part) ? new URL(part) : undefined;
    if (!url || !/^https?:$/.test(url.protocol) || part.replace(/\/$/, '') !== url.origin) {
      throw new Error('must be origins such as https://shop.example, with commas between');
    }
    return url.origin;
  });
}
