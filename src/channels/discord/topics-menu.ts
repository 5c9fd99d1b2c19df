/** Browsing: subjects, then the topics of one. */
import type { Catalogue } from './catalogue.js';
import {
  cards,
  container,
  menu,
  OPTIONS_A_MENU,
  type Outgoing,
  type Row,
  text,
} from './components.js';
import { plain } from './markdown.js';
import { WORDS } from './words.js';

/** Menus of topics in one message, so that all fit beside the menu of subjects. */
const MOST_MENUS = 4;

/** @param chosen the subject whose topics are listed; none at first. */
export function renderTopics(catalogue: Catalogue, chosen?: string): Outgoing {
  const category = catalogue.categories.find(({ id }) => id === chosen);
  const subjects = menu(
    { verb: 'category' },
    WORDS.browseMenu,
    catalogue.categories.map(({ id, name, topics }) => ({
      value: id,
      label: name,
      description: topics.map(({ label }) => label).join(', '),
      chosen: id === chosen,
    })),
  );
  const accent = catalogue.accent(chosen ?? '');
  const head = category ? `## ${plain(category.name)}` : WORDS.browse;
  return cards([container(accent, [text(head), ...topicMenus(category?.topics ?? []), subjects])]);
}

function topicMenus(topics: readonly { id: string; title: string; label: string }[]): Row[] {
  const menus: Row[] = [];
  for (let page = 0; page < MOST_MENUS; page++) {
    const some = topics.slice(page * OPTIONS_A_MENU, (page + 1) * OPTIONS_A_MENU);
    if (some.length === 0) break;
    const options = some.map(({ id, title, label }) => ({
      value: id,
      label,
      ...(title !== label && { description: title }),
    }));
    menus.push(menu({ verb: 'go', page }, WORDS.choose, options));
  }
  return menus;
}
