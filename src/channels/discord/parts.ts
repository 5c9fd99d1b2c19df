/** What the handlers of the channel share. */
import type { Message, Pick } from '../../message.js';
import type { Offer, Reply } from '../../reply.js';
import type { Catalogue } from './catalogue.js';
import type { Cooldown } from './cooldown.js';
import type { GuildSettingsHome } from './guild-settings.js';
import type { Logger } from './logger.js';
import type { DiscordStores } from './stores.js';

/** The bot as the channel sees it: one door, and forgetting. */
export interface BotDoor {
  respond(message: Message): Promise<Reply>;
  forget(person: string): Promise<number>;
}

export interface Parts {
  bot: BotDoor;
  catalogue: Catalogue;
  /** Topics for what somebody is typing, best first. */
  suggest: (typed: string, most?: number) => Offer[];
  settings: GuildSettingsHome;
  stores: DiscordStores;
  /** For what a person asks for; automatic answers have their own. */
  cooldown: Cooldown;
  /** Told of a question that has no card; decides itself whether that is kept. */
  onDeclined?: (text: string) => Promise<void>;
  logger: Logger;
  /** True when the bot may read messages that are not addressed to it. */
  readsMessages: boolean;
  /** Runs on the side; `stop` waits for it. */
  later(work: Promise<unknown>, doing: string): void;
}

/** Who asks, where, and what. */
export interface Asking {
  person: string;
  place: string;
  guild?: string | undefined;
  text?: string;
  pick?: Pick;
}
