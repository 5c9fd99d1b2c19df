export { type Catalogue, catalogueOf } from './catalogue.js';
export {
  type ChannelTimings,
  createDiscordChannel,
  type DiscordChannel,
  type DiscordChannelParts,
  type DiscordConfig,
} from './channel.js';
export { connectError } from './connect-errors.js';
export type { Logger } from './logger.js';
export type { BotDoor } from './parts.js';
export { discordPrivacyFacts } from './privacy-facts.js';
export { registerCommands } from './registration.js';
export type { DiscordStores } from './stores.js';
