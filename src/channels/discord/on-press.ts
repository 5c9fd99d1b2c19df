/** Buttons and menus. What they mean stands in their `custom_id`; who may press is looked at on each press. */
import type { MessageComponentInteraction } from 'discord.js';
import type { Answer } from './acknowledge.js';
import { look } from './asking.js';
import { note } from './components.js';
import { type Press, readCustomId } from './custom-id.js';
import { logFailure } from './failures.js';
import { answerPick } from './on-command.js';
import { renderPreview } from './on-context.js';
import type { Parts } from './parts.js';
import { missingPermissions } from './permissions.js';
import { asLeftBehind, asPosted } from './posting.js';
import { sendReply } from './sending.js';
import { changeOf, renderSettings } from './settings-panel.js';
import { renderTopics } from './topics-menu.js';
import { type Where, whereOf } from './where.js';
import { WORDS } from './words.js';
import { SETTING_WORDS } from './words-settings.js';

/** True when the press will most likely change the message it sits on. */
export function changesItsMessage(customId: string): boolean {
  const verb = readCustomId(customId)?.verb;
  return verb !== undefined && verb !== 'pick' && verb !== 'go' && verb !== 'vote';
}

export async function onPress(
  interaction: MessageComponentInteraction,
  parts: Parts,
): Promise<Answer> {
  const press = readCustomId(interaction.customId);
  if (!press) return say(WORDS.oldButton);
  const where = whereOf(interaction);
  const values = interaction.isAnySelectMenu() ? interaction.values : [];
  switch (press.verb) {
    case 'pick':
      if (!parts.catalogue.topic(press.pick.topic)) return say(WORDS.goneTopic);
      return answerPick(press.pick, where, parts);
    case 'go':
      return chosen(values, parts, (topic) => answerPick({ action: 'topic', topic }, where, parts));
    case 'vote':
      return vote(press, interaction.message.id, where, parts);
    case 'category':
      return { kind: 'update', message: renderTopics(parts.catalogue, values[0]) };
    case 'instead':
      return chosen(values, parts, (topic) => preview(topic, press.message, where, parts));
    case 'share':
      return {
        kind: 'update',
        message: asLeftBehind(interaction.message, WORDS.shared),
        posted: asPosted(interaction.message, where.person),
        orElse: asLeftBehind(interaction.message, WORDS.notShared),
      };
    case 'post':
      return post(interaction, press.message, where, parts);
    case 'dismiss':
      return where.person === press.asker || where.moderates || where.isDirect
        ? { kind: 'remove' }
        : say(WORDS.notYours);
    case 'setting':
      return change(press.field, values, where, parts);
    default:
      return press satisfies never;
  }
}

/** A menu's value is only what the client says it is: it must name a topic. */
async function chosen(
  [topic]: readonly string[],
  { catalogue }: Parts,
  go: (topic: string) => Promise<Answer>,
): Promise<Answer> {
  return topic && catalogue.topic(topic) ? go(topic) : say(WORDS.goneTopic);
}

/** The same thumb again takes the vote back; the other one replaces it. */
async function vote(
  { value, topic }: Extract<Press, { verb: 'vote' }>,
  card: string,
  { guild, person }: Where,
  { catalogue, stores: { feedback }, logger }: Parts,
): Promise<Answer> {
  if (!catalogue.topic(topic)) return say(WORDS.goneTopic);
  try {
    const before = await feedback.withdraw({ person, card });
    if (before === value) return say(WORDS.voteTakenBack);
    await feedback.vote({ topic, value, person, card, ...(guild && { guild }) });
    return say(WORDS.thanksForVote);
  } catch (error) {
    logFailure(logger, 'keeping a vote', error);
    return say(WORDS.voteNotKept);
  }
}

async function preview(
  topic: string,
  message: string,
  { guild }: Where,
  parts: Parts,
): Promise<Answer> {
  const looked = await look({ guild, pick: { action: 'topic', topic } }, parts);
  return { kind: 'update', message: renderPreview(looked, message, parts) };
}

/** As a reply to the message where the bot may write there; else through the helper's own press. */
async function post(
  interaction: MessageComponentInteraction,
  target: string,
  { person, guild }: Where,
  parts: Parts,
): Promise<Answer> {
  const message = asPosted(interaction.message, person);
  const left = asLeftBehind(interaction.message, WORDS.posted);
  const channel = guild ? interaction.channel : null;
  const mayWrite =
    channel && !channel.isDMBased() && missingPermissions(channel, interaction.client).length === 0;
  if (mayWrite && channel.isSendable()) {
    try {
      await sendReply(channel, target, message, parts.logger, interaction.id);
      return { kind: 'update', message: left };
    } catch (error) {
      logFailure(parts.logger, 'posting an answer', error, { channel: channel.id });
    }
  }
  const orElse = asLeftBehind(interaction.message, WORDS.notPosted);
  return { kind: 'update', message: left, posted: message, orElse };
}

async function change(
  field: Extract<Press, { verb: 'setting' }>['field'],
  values: readonly string[],
  { guild, manages }: Where,
  parts: Parts,
): Promise<Answer> {
  if (!guild) return say(WORDS.serverOnly);
  if (!manages) return say(WORDS.managersOnly);
  const change = changeOf(field, values);
  if (!change) return say(WORDS.oldButton);
  try {
    const settings = await parts.settings.change(guild, change);
    return { kind: 'update', message: renderSettings(settings, parts) };
  } catch (error) {
    logFailure(parts.logger, 'saving a setting', error);
    return say(SETTING_WORDS.notKept);
  }
}

function say(line: string): Answer {
  return { kind: 'reply', message: note(line) };
}
