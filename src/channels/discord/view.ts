/** How one reply is to be shown, beside what it says. */
import type { Catalogue } from './catalogue.js';
import type { TipTone } from './stores.js';

export interface View {
  catalogue: Catalogue;
  tipTone: TipTone;
  /** True where others read it too: the short form of what is urgent, no private lines. */
  isPublic: boolean;
  /** Offer to share a private answer with the channel. */
  canShare?: boolean;
  /** Who asked, on a public answer: they may remove it. */
  asker?: string;
  /** What must stay free in the message for what is added to it. Default: nothing. */
  room?: { text: number; count: number };
}

/** Component ids from here on mark what is for the asker alone: it is left out when an answer is posted. */
export const PRIVATE_ID = 900;
export const LEAD_ID = 901;
export const NOTES_ID = 902;
export const PREVIEW_ID = 903;
export const TAIL_ID = 904;
export const MENU_ID = 905;
/** Parts of a preview that have had their use once it is posted. */
export const PREVIEW_PARTS: readonly number[] = [PREVIEW_ID, MENU_ID];
/** The short urgent reply inside a preview. */
export const URGENT_ID = 800;
