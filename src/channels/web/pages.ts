/** Whole pages as responses: the chat, at its start or with an answer, and every refusal. */
import type { Context } from 'hono';
import type { AssetUrls } from './assets.js';
import { chatPage, refusalView } from './page-view.js';
import type { WebParts } from './parts.js';
import type { Refusal } from './refusals.js';
import { startView } from './start-view.js';
import { type Html, type Place, WORDS } from './view.js';

/** Sent by the page's own script, which wants the new piece and not the whole page. */
const PIECE_HEADER = 'Vertebot-Piece';

export interface Pages {
  chat(place: Place, more?: { turns?: Html[]; notice?: Html; typed?: string }): Html;
  /** Says why there is no answer: as JSON to programs, as a piece to the script, as a page to people. */
  refuse(c: Context, refused: Refusal, place?: Place, typed?: string): Response | Promise<Response>;
}

export function createPages({ pack }: Pick<WebParts, 'pack'>, assets: AssetUrls): Pages {
  const start = startView(pack);
  const emergencyLine = pack.wording.disclaimer;

  function chat(place: Place, more: Parameters<Pages['chat']>[1] = {}): Html {
    const begin = start(place);
    return chatPage({
      assets,
      place,
      title: WORDS.name,
      turns: [],
      start: begin,
      emergencyLine,
      ...more,
    });
  }

  return {
    chat,
    refuse(c, refused, place = 'page', typed = '') {
      const { status, code, message, retryAfterSeconds } = refused;
      if (retryAfterSeconds) c.header('Retry-After', String(retryAfterSeconds));
      if (wantsJson(c)) return c.json({ error: { code, message } }, status);
      const notice = refusalView(refused, emergencyLine);
      return c.html(wantsPiece(c) ? notice : chat(place, { notice, typed }), status);
    },
  };
}

/** True when the page's own script asks; the answer then says that it is a piece, and ours. */
export function wantsPiece(c: Context): boolean {
  const wanted = c.req.header(PIECE_HEADER) !== undefined;
  if (wanted) c.header(PIECE_HEADER, '1');
  return wanted;
}

function wantsJson(c: Context): boolean {
  return c.req.path.startsWith('/api/');
}
