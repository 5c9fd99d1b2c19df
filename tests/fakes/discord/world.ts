/** The people, servers and channels of the loopback Discord, as its API describes them. */
import { ChannelType } from 'discord.js';

const DISCORD_EPOCH = 1_420_070_400_000;
let increment = 0;

/** A rising id of now, as Discord makes them: code that reads the age of an interaction off it works. */
export function snowflake(at = Date.now()): string {
  increment = (increment + 1) % 4096;
  return ((BigInt(at - DISCORD_EPOCH) << 22n) | BigInt(increment)).toString();
}

export interface FakeUser {
  id: string;
  username: string;
  bot?: boolean;
}

export interface FakeChannel {
  id: string;
  type: ChannelType;
  name?: string;
  guild_id?: string;
  parent_id?: string;
  owner_id?: string;
  permission_overwrites?: { id: string; type: 0 | 1; allow: string; deny: string }[];
  thread_metadata?: object;
  recipients?: object[];
}

export interface FakeGuild {
  id: string;
  name: string;
  channels: FakeChannel[];
  threads: FakeChannel[];
}

export const BOT: FakeUser = { id: '900000000000000001', username: 'vertebot', bot: true };
export const APPLICATION = BOT.id;
export const OWNER: FakeUser = { id: '900000000000000002', username: 'owner' };
export const ASKER: FakeUser = { id: '900000000000000003', username: 'asker' };
export const HELPER: FakeUser = { id: '900000000000000004', username: 'helper' };
export const OTHER_BOT: FakeUser = { id: '900000000000000005', username: 'other', bot: true };

export const GUILD_ID = '800000000000000001';
export const GENERAL = '800000000000000010';
export const QUESTIONS = '800000000000000011';
export const FORUM = '800000000000000012';
export const DM = '800000000000000020';

export const MANAGE_GUILD = 1n << 5n;
export const MANAGE_MESSAGES = 1n << 13n;
export const SEND_MESSAGES = 1n << 11n;
export const SEND_IN_THREADS = 1n << 38n;
export const VIEW_CHANNEL = 1n << 10n;
const BASIC = VIEW_CHANNEL | SEND_MESSAGES | SEND_IN_THREADS | (1n << 16n) | (1n << 31n);

export function newGuild(): FakeGuild {
  const channel = (id: string, name: string, type = ChannelType.GuildText): FakeChannel => ({
    id,
    type,
    name,
    guild_id: GUILD_ID,
    permission_overwrites: [],
  });
  return {
    id: GUILD_ID,
    name: 'A server',
    channels: [
      channel(GENERAL, 'general'),
      channel(QUESTIONS, 'questions'),
      channel(FORUM, 'forum', ChannelType.GuildForum),
    ],
    threads: [],
  };
}

/** What GUILD_CREATE tells of a server. */
export function guildPayload(guild: FakeGuild): object {
  return {
    ...guild,
    unavailable: false,
    owner_id: OWNER.id,
    member_count: 4,
    roles: [{ id: guild.id, name: '@everyone', permissions: BASIC.toString(), position: 0 }],
    members: [{ user: userPayload(BOT), roles: [], joined_at: new Date(0).toISOString() }],
    emojis: [],
    stickers: [],
    features: [],
    preferred_locale: 'en-US',
  };
}

export function userPayload({ id, username, bot = false }: FakeUser): object {
  return { id, username, bot, discriminator: '0', global_name: null, avatar: null };
}

export function memberPayload(user: FakeUser, permissions: bigint): object {
  return {
    user: userPayload(user),
    roles: [],
    permissions: (BASIC | permissions).toString(),
    joined_at: new Date(0).toISOString(),
    deaf: false,
    mute: false,
    flags: 0,
  };
}
