import type { Context, GuildSettings } from '../../src/storage/ports.js';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
/** Noon, so that a few minutes more are still the same day. */
export const NOON = Date.UTC(2026, 6, 31, 12);

/** A clock that stands still until it is told to move. */
export function steppedClock(at = NOON): { (): number; forward(ms: number): void } {
  const clock = () => at;
  clock.forward = (ms: number) => {
    at += ms;
  };
  return clock;
}

export function contextWith(topics: string[]): Context {
  return {
    topics,
    offered: ['a/offered'],
    choosing: false,
    about: 'how-much',
    tips: { 'a/topic': [0, 2] },
    productsOff: true,
    clinicianFirst: false,
    turns: 3,
  };
}

export const SETTINGS: GuildSettings = {
  faqChannels: ['11', '12'],
  confidence: 0.85,
  productLinks: false,
  region: 'IE',
  tipTone: 'cheerful',
  publicAnswers: true,
};
