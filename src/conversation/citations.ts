/** Numbers the sources of one card in the order in which its claims cite them. */
import type { ContentPack } from '../content/pack.js';
import type { SourceLink } from '../reply.js';
import type { Citations } from './urgent-card.js';

const ARTICLE = 'article';

/**
 * Fresh citations for one card. All paragraphs of the article count as one source, whose address is
 * shown only when the operator has set it. An id that the pack does not know gets no mark.
 */
export function createCitations(pack: ContentPack, articleUrl: string | undefined): Citations {
  const links: SourceLink[] = [];
  function markOf(source: string): number | undefined {
    const id = source.startsWith(`${ARTICLE}:`) ? ARTICLE : source;
    const cited = links.find((link) => link.id === id);
    if (cited) return cited.number;
    const number = links.length + 1;
    if (id === ARTICLE) {
      links.push({ number, id, ...pack.wording.article, ...(articleUrl && { url: articleUrl }) });
      return number;
    }
    const known = pack.sources[id];
    if (!known) return undefined;
    const { organisation, title, url } = known;
    links.push({ number, id, organisation, title, url });
    return number;
  }
  return {
    marks: (sources) => {
      const marks = sources.map(markOf).filter((mark) => mark !== undefined);
      return [...new Set(marks)].sort((a, b) => a - b);
    },
    links: () => [...links],
  };
}
