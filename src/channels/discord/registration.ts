/** Tells Discord of the commands, and only when they have changed. */
import { type REST, type RESTGetAPIApplicationCommandsResult, Routes } from 'discord.js';
import { COMMANDS } from './commands.js';

/**
 * Where Discord does not say what it has, it is told.
 *
 * @returns true when the commands were sent, false when Discord had them already.
 */
export async function registerCommands(rest: REST, application: string): Promise<boolean> {
  const route = Routes.applicationCommands(application);
  const registered = (await rest.get(route).catch(() => undefined)) as
    | RESTGetAPIApplicationCommandsResult
    | undefined;
  if (registered && asSaid(registered) === asSaid(COMMANDS)) return false;
  await rest.put(route, { body: COMMANDS });
  return true;
}

/** What of a definition Discord leaves out or adds by itself when it hands it back. */
const ITS_OWN = new Set(['id', 'application_id', 'version', 'guild_id', 'dm_permission']);
const LEFT_OUT = new Set<unknown>([undefined, null, false, '']);

/** The definitions as one text: keys and commands in order, without what the other side fills in. */
function asSaid(commands: readonly object[]): string {
  const texts = commands.map((command) => JSON.stringify(inOrder(command)));
  return texts.sort().join('\n');
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(inOrder);
    return items.every((item) => typeof item === 'number') ? items.sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !ITS_OWN.has(key) && !LEFT_OUT.has(inner) && !isEmpty(inner))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
