/** What a home of the data (memory, SQLite) must be able to do beyond the ports; `openStores` wraps it. */
import type {
  ContextStore,
  CountStore,
  FeedbackStore,
  SettingsStore,
  UnansweredStore,
} from './ports.js';

/** Milliseconds since the epoch. */
export type Clock = () => number;

export interface ContextHome extends ContextStore {
  /** Deletes every conversation last written at `until` (milliseconds since the epoch) or before. Returns how many. */
  deleteIdle(until: number): Promise<number>;
}

/** Thumbs and counts live together: both are sums per day. */
export interface TallyHome extends FeedbackStore, CountStore {
  /** Deletes the sums and the ballots of the days before (`2026-07-31`). Returns how many records. */
  deleteBefore(days: { sums: string; ballots: string }): Promise<number>;
}

export interface UnansweredHome extends UnansweredStore {
  /** Deletes what came before the day. Returns how many records. */
  deleteBefore(day: string): Promise<number>;
}

export interface Homes {
  contexts: ContextHome;
  settings: SettingsStore;
  tallies: TallyHome;
  unanswered: UnansweredHome;
  /** Makes what was deleted unreadable, also to whoever reads the bytes. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
