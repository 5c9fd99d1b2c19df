/** The settings of a server, always in time: from memory, from the store, or the defaults. */
import type { GuildSettings, SettingsStore } from '../../storage/ports.js';
import { DEFAULT_GUILD_SETTINGS } from './stores.js';

export interface GuildSettingsHome {
  /** Never fails and never waits long; without a server the defaults. */
  of(guild: string | null | undefined): Promise<GuildSettings>;
  /** @throws when the store does: whoever changes a setting must hear that it was not kept. */
  change(guild: string, change: SettingsChange): Promise<GuildSettings>;
  forget(guild: string): Promise<void>;
}

/** `region: undefined` leaves the numbers to the bot's own configuration again. */
export type SettingsChange = Partial<Omit<GuildSettings, 'region'>> & {
  region?: GuildSettings['region'] | undefined;
};

export interface GuildSettingsOptions {
  clock: () => number;
  onFailure: (error: unknown) => void;
  /** How long an answer waits for the store before it goes by what is known. Default 300. */
  waitMs?: number;
  /** For how long what was read counts as known: another process may change it. Default 60,000. */
  freshMs?: number;
}

export function createGuildSettings(
  store: SettingsStore,
  { clock, onFailure, waitMs = 300, freshMs = 60_000 }: GuildSettingsOptions,
): GuildSettingsHome {
  const known = new Map<string, { settings: GuildSettings; at: number }>();

  async function read(guild: string): Promise<GuildSettings> {
    const settings = { ...DEFAULT_GUILD_SETTINGS, ...(await store.read(guild)) };
    known.set(guild, { settings, at: clock() });
    return settings;
  }

  return {
    async of(guild) {
      if (!guild) return DEFAULT_GUILD_SETTINGS;
      const last = known.get(guild);
      if (last && clock() - last.at < freshMs) return last.settings;
      const fallback = last?.settings ?? DEFAULT_GUILD_SETTINGS;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<GuildSettings>((resolve) => {
        timer = setTimeout(() => resolve(fallback), waitMs);
      });
      const found = read(guild).catch((error: unknown) => {
        onFailure(error);
        return fallback;
      });
      return Promise.race([found, late]).finally(() => clearTimeout(timer));
    },
    async change(guild, change) {
      const { region, ...rest } = { ...(await read(guild)), ...change };
      const settings = { ...rest, ...(region && { region }) };
      await store.write(guild, settings);
      known.set(guild, { settings, at: clock() });
      return settings;
    },
    async forget(guild) {
      known.delete(guild);
      await store.delete(guild);
    },
  };
}
