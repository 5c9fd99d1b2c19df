/** Discord's limits on one message, for walks over everything the bot can send. */
import type { Json } from './rest.js';

const MOST = { text: 4000, components: 40, content: 2000, customId: 100, label: 80, option: 100 };

/** What is over a limit, in words; empty when all is well. */
export function problemsOf(message: Json): string[] {
  const problems: string[] = [];
  const ids = new Set<unknown>();
  let text = 0;
  let count = 0;
  const check = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };
  const visit = (component: Json): void => {
    count++;
    const { content, custom_id: id, label, options, components, accessory, type } = component;
    if (typeof content === 'string') {
      text += content.length;
      check(content.trim() !== '', 'an empty text');
    }
    if (typeof id === 'string') {
      check(id.length <= MOST.customId, `custom_id of ${id.length}: ${id}`);
      check(!ids.has(id), `custom_id twice: ${id}`);
      ids.add(id);
    }
    if (typeof label === 'string') check(label.length <= MOST.label, `label: ${label}`);
    const list = (options as Json[] | undefined) ?? [];
    check(list.length <= 25, `${list.length} options`);
    for (const option of list) {
      check(String(option.label).length <= MOST.option, `option: ${String(option.label)}`);
    }
    const inner = (components as Json[] | undefined) ?? [];
    if (type === 1) check(inner.length >= 1 && inner.length <= 5, `${inner.length} in a row`);
    inner.forEach(visit);
    if (accessory) visit(accessory as Json);
  };
  for (const component of (message.components as Json[] | undefined) ?? []) visit(component);
  check(text <= MOST.text, `${text} characters of text`);
  check(count <= MOST.components, `${count} components`);
  check(String(message.content ?? '').length <= MOST.content, 'content too long');
  return problems;
}
