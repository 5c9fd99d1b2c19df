/** A button's whole state in its form value, such as `part:food/milk:how-much`, and back. */
import { ABOUTS, type Pick } from '../../message.js';

export function encodePick(pick: Pick): string {
  return pick.action === 'part'
    ? `part:${pick.topic}:${pick.about}`
    : `${pick.action}:${pick.topic}`;
}

/** The choice that a value stands for; undefined for anything that no button of ours holds. */
export function decodePick(value: string, isTopic: (id: string) => boolean): Pick | undefined {
  const [action, topic = '', part, ...rest] = value.split(':');
  if (!isTopic(topic) || rest.length > 0) return undefined;
  if (action === 'part') {
    const about = ABOUTS.find((known) => known === part);
    return about && { action, topic, about };
  }
  if (part !== undefined) return undefined;
  return action === 'topic' || action === 'tip' || action === 'urgent'
    ? { action, topic }
    : undefined;
}
