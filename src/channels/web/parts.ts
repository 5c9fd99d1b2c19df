/** What the web channel is made of: everything it needs comes in here, so that tests can bring their own. */
import type { Bot } from '../../bot.js';
import type { ContentPack } from '../../content/pack.js';
import type { TriageText } from '../../safety/types.js';
import type { Stores } from '../../storage/ports.js';
import type { Suggest } from '../../suggest.js';

export interface WebConfig {
  /** Origins whose pages may hold the widget, such as `https://shop.example`. Empty: only our own. */
  embedOrigins: readonly string[];
  /** Origins whose scripts may call `/api/ask` from a browser. Empty: none. */
  apiOrigins: readonly string[];
  /** Questions an address may ask in a minute; an urgent message always gets through. */
  questionsPerMinute: number;
  /** How many proxies stand in front, each adding to `X-Forwarded-For`. 0: the header is not believed. */
  trustedProxies: number;
}

export interface WebParts {
  bot: Pick<Bot, 'respond' | 'forget'>;
  pack: Pick<ContentPack, 'topics' | 'wording'>;
  triage: TriageText;
  suggest: Suggest;
  config: WebConfig;
  /** What the running configuration keeps and for how long, one sentence each. */
  privacyFacts: readonly string[];
  /** Thumbs and counts; without it the page shows no thumbs. */
  stores?: Pick<Stores, 'feedback' | 'counts' | 'unanswered'>;
  /** False while the product cannot answer, for whoever sends the traffic. */
  ready: () => boolean | Promise<boolean>;
  /** Told of failures; never given a person's words. */
  log: (event: string, facts: Readonly<Record<string, string | number>>) => void;
  /** Milliseconds, only ever subtracted. */
  clock: () => number;
  /** That many unpredictable bytes. */
  random: (bytes: number) => Uint8Array;
  /** Signs conversation keys: with another secret they are not taken. 32 bytes. */
  secret: Uint8Array;
  /** How long a question may take before the person is told to try again. Default 8,000 ms. */
  answerWithinMs?: number;
}
