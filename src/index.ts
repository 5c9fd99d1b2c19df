/** Vertebot as a library: the one door, and the parts to build it from. */
export { type Bot, type BotParts, createBot } from './bot.js';
export type * from './message.js';
export { openProduct, type Product } from './product.js';
export { renderPlain } from './render-plain.js';
export * from './reply.js';
export { expiring } from './storage/expiring.js';
export { createMemoryContexts } from './storage/memory.js';
export type { Context, ContextStore } from './storage/ports.js';
