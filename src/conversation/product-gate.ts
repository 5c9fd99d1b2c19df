/** Which products a reply may show, and when the safety card stands in for them. */
import type { CardTopic, ContentPack } from '../content/pack.js';
import type { ProductOffer } from '../reply.js';
import { wordsOf } from '../text/index.js';
import type { Asked } from './decision.js';

/** What bears on products, from the message and from the conversation so far. */
export interface ProductState {
  /** A risk was named, a soft flag or a red one was up: off for the rest of the conversation. */
  off: boolean;
  /** An older person asks and has not yet been shown who should ask first. */
  safetyFirst: boolean;
  /** The operator of the place wants product links at all. */
  linksWanted: boolean;
  /** The person asked for a product in so many words. */
  askedFor: boolean;
}

/** Where product addresses come from. */
export interface ProductAddresses {
  /** The address under which every product stands by its id; ends in `/`. */
  baseUrl?: string;
}

/** True when the card exists to show products, so that without them the safety card must stand there. */
export function isProductCard(topic: CardTopic, pack: ContentPack): boolean {
  return (
    topic.category === categoryOf(pack.wording.topics.productSafety) &&
    (topic.products?.length ?? 0) > 0
  );
}

/**
 * True when the safety card is to be shown instead of the product card: products are off, or the
 * question that follows it is who should not use it.
 */
export function safetyInstead(
  topic: CardTopic,
  { about, followUp }: Asked,
  pack: ContentPack,
  state: ProductState,
): boolean {
  const asksWho = followUp === true && about.some((part) => part === 'who' || part === 'safety');
  return isProductCard(topic, pack) && (state.off || state.safetyFirst || asksWho);
}

/** The products that a card may show now. Cards about other things show one only when it was asked for. */
export function allowedProducts(
  topic: CardTopic,
  pack: ContentPack,
  state: ProductState,
  { baseUrl }: ProductAddresses,
): ProductOffer[] {
  if (state.off || state.safetyFirst || !state.linksWanted) return [];
  if (!isProductCard(topic, pack) && !state.askedFor) return [];
  const { disclosure, safetyLine } = pack.wording.products;
  return (topic.products ?? []).flatMap((id) => {
    const product = pack.products[id];
    if (!product) return [];
    const url = product.url ?? (baseUrl && `${baseUrl}${id}`);
    return [
      {
        id,
        name: product.name,
        what: product.what,
        caution: `${product.caution} ${safetyLine}`,
        disclosure,
        ...(url && { url }),
      },
    ];
  });
}

/** True when the text asks for a product, by the pack's own words for one. */
export function asksForProduct(text: string, pack: ContentPack): boolean {
  const words = ` ${wordsOf(text).join(' ')} `;
  return pack.wording.products.words.some((word) => words.includes(` ${word} `));
}

function categoryOf(topic: string): string {
  return topic.slice(0, topic.indexOf('/'));
}
