/** Which conversation a request belongs to: a cookie on our own page, a header in the widget and the API. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isSecure } from './address.js';
import type { ConversationKeys } from './conversation-key.js';

/** The header of the widget and the API: third-party cookies are gone. `new` asks for a key. */
export const HEADER = 'Vertebot-Conversation';
const COOKIE = 'vertebot';
/** As long as the conversation itself is remembered. */
const COOKIE_SECONDS = 30 * 60;

export interface Conversations {
  /** The conversation of a request, when it brought a key of ours. */
  find(c: Context): string | undefined;
  /** As `find`, or a new one; the answer tells the browser its key. */
  findOrStart(c: Context): string;
  /** The API: a conversation only where the header asks for one; else the question stands alone. */
  findWanted(c: Context): string | undefined;
  /** Tells the browser to forget its key. */
  drop(c: Context): void;
}

export function createConversations(keys: ConversationKeys, trustedProxies: number): Conversations {
  const usesHeader = (c: Context) => c.req.header(HEADER) !== undefined;
  const options = (c: Context) =>
    ({
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      secure: isSecure(c, trustedProxies),
    }) as const;

  function find(c: Context): string | undefined {
    const key = c.req.header(HEADER) ?? getCookie(c, COOKIE);
    return key !== undefined && keys.isOurs(key) ? key : undefined;
  }

  function findOrStart(c: Context): string {
    const key = find(c) ?? keys.make();
    if (usesHeader(c)) c.header(HEADER, key);
    else setCookie(c, COOKIE, key, { ...options(c), maxAge: COOKIE_SECONDS });
    return key;
  }

  return {
    find,
    findOrStart,
    findWanted: (c) => (usesHeader(c) ? findOrStart(c) : undefined),
    drop(c) {
      if (!usesHeader(c)) deleteCookie(c, COOKIE, options(c));
    },
  };
}
