/** What the channel knows of the pack: names to show and topics to go to, nothing of their content. */
import type { ContentPack } from '../../content/pack.js';

export interface CatalogueTopic {
  id: string;
  category: string;
  title: string;
  label: string;
}

export interface Catalogue {
  topic(id: string): CatalogueTopic | undefined;
  /** Categories to browse, in order, each with its topics; small talk is not among them. */
  categories: { id: string; name: string; topics: CatalogueTopic[] }[];
  /** The accent of a category's cards, as 0xRRGGBB. */
  accent(category: string): number;
  /** Topics that commands lead to. */
  help: string;
  privacy: string;
  products: string;
  /** The pack's label for "the whole card". */
  wholeCard: string;
}

/** Calm, far enough apart to tell, and legible on light and dark: none of them says alarm. */
const ACCENTS = [0x2f7d6d, 0x3b6ea8, 0x8a5a9e, 0xb0722e, 0x5c7f3a, 0x4a7c9b, 0x9b5c6c, 0x6b6fb3];

export function catalogueOf(pack: ContentPack): Catalogue {
  const topics = new Map(
    pack.topics.map(({ id, category, title, label }) => [id, { id, category, title, label }]),
  );
  const ids = [...new Set(pack.topics.map(({ category }) => category))].sort();
  const browsed = new Set(
    pack.topics.filter(({ kind }) => kind !== 'chat').map(({ category }) => category),
  );
  const { help, privacy } = pack.wording.topics;
  return {
    topic: (id) => topics.get(id),
    categories: ids
      .filter((id) => browsed.has(id))
      .map((id) => ({
        id,
        name: categoryName(id),
        topics: [...topics.values()].filter(({ category }) => category === id),
      })),
    accent: (category) => ACCENTS[Math.max(0, ids.indexOf(category)) % ACCENTS.length]!,
    help,
    privacy,
    products: productsTopic(pack),
    wholeCard: pack.wording.followUps.whole,
  };
}

/** `how-to` reads "How to". */
export function categoryName(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
}

/** The card beside the product-safety card that names the most products. */
function productsTopic({ topics, wording }: ContentPack): string {
  const safety = wording.topics.productSafety;
  const [category] = safety.split('/');
  let best = { id: safety, products: 0 };
  for (const topic of topics) {
    const products = topic.kind === 'card' ? (topic.products?.length ?? 0) : 0;
    if (topic.category === category && products > best.products) best = { id: topic.id, products };
  }
  return best.id;
}
