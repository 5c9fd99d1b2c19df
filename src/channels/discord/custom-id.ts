/**
 * What a button or menu means, written into its `custom_id`, so that it works after a restart, on
 * another shard and next year: `v1:<verb>:<arguments>:<check>`, at most 100 characters. The check
 * tells a mangled id from a whole one; it is no signature, so rights are looked at on every press.
 */
import { ABOUTS, type Pick } from '../../message.js';

/** Fields of the settings panel. */
export const SETTING_FIELDS = [
  'faqChannels',
  'confidence',
  'productLinks',
  'region',
  'tipTone',
  'publicAnswers',
] as const;
export type SettingField = (typeof SETTING_FIELDS)[number];

export type Press =
  | { verb: 'pick'; pick: Pick }
  /** A menu of topics; `page` keeps ids of several menus in one message apart. */
  | { verb: 'go'; page: number }
  /** Posts the private answer that the button sits under. */
  | { verb: 'share' }
  | { verb: 'vote'; value: 'up' | 'down'; topic: string }
  /** Takes an answer away again; `asker` may, and so may who moderates. */
  | { verb: 'dismiss'; asker: string }
  /** Posts the previewed answer as a reply to `message`. */
  | { verb: 'post'; message: string }
  /** The preview's menu of other topics for the same message. */
  | { verb: 'instead'; message: string }
  | { verb: 'category' }
  | { verb: 'setting'; field: SettingField };

const VERSION = 'v1';
const LONGEST = 100;
const TOPIC = /^[a-z]+\/[a-z-]+$/;
const SNOWFLAKE = /^\d{1,20}$/;

/** @throws RangeError when a topic's id is too long to fit. */
export function writeCustomId(press: Press): string {
  const body = [VERSION, ...wordsOf(press)].join(':');
  const id = `${body}:${checkOf(body)}`;
  if (id.length > LONGEST) throw new RangeError(`${id} is over ${LONGEST} characters`);
  return id;
}

/** Undefined for anything that this version did not write. */
export function readCustomId(id: string): Press | undefined {
  if (id.length > LONGEST) return undefined;
  const end = id.lastIndexOf(':');
  const body = id.slice(0, Math.max(0, end));
  if (checkOf(body) !== id.slice(end + 1)) return undefined;
  const [version, verb, ...args] = body.split(':');
  const press = version === VERSION ? pressOf(verb ?? '', args) : undefined;
  // Written anew it must be the same: no missing, surplus or oddly spelt argument gets through.
  return press && writeCustomId(press) === id ? press : undefined;
}

function wordsOf(press: Press): (string | number)[] {
  switch (press.verb) {
    case 'pick': {
      const { pick } = press;
      return pick.action === 'part' ? ['part', pick.topic, pick.about] : [pick.action, pick.topic];
    }
    case 'go':
      return ['go', press.page];
    case 'vote':
      return [press.value, press.topic];
    case 'dismiss':
      return ['dismiss', press.asker];
    case 'post':
    case 'instead':
      return [press.verb, press.message];
    case 'setting':
      return ['setting', press.field];
    case 'share':
    case 'category':
      return [press.verb];
    default:
      return press satisfies never;
  }
}

function pressOf(verb: string, [first = '', second]: string[]): Press | undefined {
  switch (verb) {
    case 'topic':
    case 'tip':
    case 'urgent':
      return TOPIC.test(first) ? { verb: 'pick', pick: { action: verb, topic: first } } : undefined;
    case 'part': {
      const about = ABOUTS.find((known) => known === second);
      return TOPIC.test(first) && about
        ? { verb: 'pick', pick: { action: 'part', topic: first, about } }
        : undefined;
    }
    case 'go':
      return /^\d$/.test(first) ? { verb, page: Number(first) } : undefined;
    case 'up':
    case 'down':
      return TOPIC.test(first) ? { verb: 'vote', value: verb, topic: first } : undefined;
    case 'dismiss':
      return SNOWFLAKE.test(first) ? { verb, asker: first } : undefined;
    case 'post':
    case 'instead':
      return SNOWFLAKE.test(first) ? { verb, message: first } : undefined;
    case 'setting': {
      const field = SETTING_FIELDS.find((known) => known === first);
      return field && { verb, field };
    }
    case 'share':
    case 'category':
      return { verb };
    default:
      return undefined;
  }
}

/** FNV-1a, as up to six characters of base 36. */
function checkOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(36).slice(-6);
}
