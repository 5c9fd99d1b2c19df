export * from './compose.js';
export { afterReply, afterUrgentReply, freshContext, type Switches } from './context.js';
export { decide } from './decide.js';
export type { Decided, DecideWith, Decision } from './decision.js';
export { namesOf } from './names.js';
export { asksForProduct, type ProductAddresses } from './product-gate.js';
