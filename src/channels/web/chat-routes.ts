/** The page and the widget: forms in, whole pages out; or, for the script, the one piece that is new. */
import type { Context, Hono } from 'hono';
import { addressOf } from './address.js';
import type { Ask, Question } from './ask.js';
import type { Conversations } from './conversation.js';
import { noticeView } from './page-view.js';
import { type Pages, wantsPiece } from './pages.js';
import type { WebParts } from './parts.js';
import { decodePick } from './pick-code.js';
import { createRateLimit } from './rate-limit.js';
import { type Refusal, refusals } from './refusals.js';
import { turnView } from './turn-view.js';
import { type Place, pathOf, WORDS } from './view.js';

const TURN_ID_BYTES = 9;
/** Suggestions and thumbs: while somebody types, a browser asks again and again. */
const LIGHT_PER_MINUTE = 300;
const VOTE_KEY = /^[\w-]{12}-\d{1,2}$/;

export interface ChatWith {
  parts: WebParts;
  ask: Ask;
  conversations: Conversations;
  pages: Pages;
}

export function addChatRoutes(app: Hono, { parts, ask, conversations, pages }: ChatWith): void {
  const { pack, config, bot, suggest } = parts;
  const topics = new Map(pack.topics.map((topic) => [topic.id, topic]));
  const address = (c: Context) => addressOf(c, config.trustedProxies);
  const light = createRateLimit(LIGHT_PER_MINUTE, parts.clock);

  /** The words for what a button asked, to stand above its answer. */
  function labelOf({ text, pick }: Question): string {
    if (!pick) return text;
    const { label = '' } = topics.get(pick.topic) ?? {};
    const { parts: partLabels, tip } = pack.wording.followUps;
    switch (pick.action) {
      case 'topic':
      case 'urgent':
        return label;
      case 'part':
        return `${label}: ${partLabels[pick.about]}`;
      case 'tip':
        return `${label}: ${tip}`;
      default:
        return pick satisfies never;
    }
  }

  function read(form: Form): Question | Refusal {
    const pick = form.pick && decodePick(form.pick, (id) => topics.has(id));
    if (form.pick && !pick) return refusals.unknownChoice;
    return { text: pick ? '' : (form.text ?? ''), ...(pick && { pick }) };
  }

  for (const place of ['page', 'widget'] as const) {
    app.get(pathOf(place), (c) => c.html(pages.chat(place)));
    app.post(pathOf(place), async (c) => {
      const form = await formOf(c);
      const question = read(form);
      if ('status' in question) return pages.refuse(c, question, place);
      const conversation = conversations.findOrStart(c);
      const asked = await ask({ ...question, conversation }, address(c));
      if ('refused' in asked) return pages.refuse(c, asked.refused, place, question.text);
      const turn = turnView({
        id: Buffer.from(parts.random(TURN_ID_BYTES)).toString('base64url'),
        question: labelOf(question),
        reply: asked.reply,
        place,
        canVote: parts.stores !== undefined,
      });
      return c.html(wantsPiece(c) ? turn : pages.chat(place, { turns: [turn] }));
    });
  }

  app.post('/start-over', async (c) => {
    const { place } = await formOf(c);
    const conversation = conversations.find(c);
    try {
      if (conversation) await bot.forget(conversation);
    } catch {
      return pages.refuse(c, refusals.failed, placeOf(place));
    }
    conversations.drop(c);
    return wantsPiece(c) ? c.body(null, 204) : c.redirect(pathOf(placeOf(place)), 303);
  });

  app.post('/vote', async (c) => {
    const { key = '', topic = '', helped, place } = await formOf(c);
    const valid = VOTE_KEY.test(key) && topics.has(topic) && (helped === 'yes' || helped === 'no');
    if (!parts.stores || !valid) return pages.refuse(c, refusals.unknownChoice, placeOf(place));
    const waitSeconds = light.take(address(c));
    if (waitSeconds > 0) return pages.refuse(c, refusals.tooMany(waitSeconds), placeOf(place));
    const value = helped === 'yes' ? 'up' : 'down';
    try {
      const person = conversations.findOrStart(c);
      await parts.stores.feedback.vote({ person, card: key, topic, value });
    } catch {
      parts.log('vote not kept', { topic });
      return pages.refuse(c, refusals.failed, placeOf(place));
    }
    if (wantsPiece(c)) return c.body(null, 204);
    return c.html(pages.chat(placeOf(place), { notice: noticeView(WORDS.thanks) }));
  });

  // By POST: what is being typed belongs in no address and no log.
  app.post('/suggest', async (c) => {
    const { text = '' } = await formOf(c);
    const tooMany = light.take(address(c)) > 0;
    return c.json(tooMany ? [] : suggest(text));
  });
}

type Form = Partial<Record<'text' | 'pick' | 'place' | 'key' | 'topic' | 'helped', string>>;

/** The fields of a form that are text; a file or a second value of the same name is left out. */
async function formOf(c: Context): Promise<Form> {
  try {
    const body = await c.req.parseBody();
    return Object.fromEntries(
      Object.entries(body).filter(([, value]) => typeof value === 'string'),
    );
  } catch {
    return {};
  }
}

function placeOf(value: string | undefined): Place {
  return value === 'widget' ? 'widget' : 'page';
}
