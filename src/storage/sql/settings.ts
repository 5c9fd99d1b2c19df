/** What servers have settled, in a table. */
import type { GuildSettings, SettingsStore } from '../ports.js';
import { type Db, fromJson } from './tables.js';

export function createSqlSettings(db: Db): SettingsStore {
  return {
    async read(guild) {
      const row = await db
        .selectFrom('settings')
        .select('settings')
        .where('guild', '=', guild)
        .executeTakeFirst();
      return row && fromJson<GuildSettings>('settings', row.settings);
    },
    async write(guild, settings) {
      const changing = { settings: JSON.stringify(settings) };
      await db
        .insertInto('settings')
        .values({ guild, ...changing })
        .onConflict((conflict) => conflict.column('guild').doUpdateSet(changing))
        .execute();
    },
    async delete(guild) {
      await db.deleteFrom('settings').where('guild', '=', guild).execute();
    },
  };
}
