/** Slash commands. */
import type { ChatInputCommandInteraction } from 'discord.js';
import type { Pick } from '../../message.js';
import type { Answer } from './acknowledge.js';
import { ask } from './asking.js';
import { note, type Outgoing } from './components.js';
import { logFailure } from './failures.js';
import { chosenTopic } from './on-autocomplete.js';
import type { Asking, Parts } from './parts.js';
import { renderReply } from './render-reply.js';
import { checkChannels } from './settings-check.js';
import { renderSettings } from './settings-panel.js';
import { renderStats } from './stats.js';
import type { GuildSettings } from './stores.js';
import { renderTopics } from './topics-menu.js';
import { type Where, whereOf } from './where.js';
import { WORDS } from './words.js';

export async function onCommand(
  interaction: ChatInputCommandInteraction,
  parts: Parts,
): Promise<Answer> {
  const where = whereOf(interaction);
  const { catalogue } = parts;
  const topic = (id: string): Pick => ({ action: 'topic', topic: id });
  switch (interaction.commandName) {
    case 'ask':
      return answerQuestion(interaction, where, parts);
    case 'tip':
      return answerTip(interaction, where, parts);
    case 'topics':
      return { kind: 'reply', message: renderTopics(catalogue) };
    case 'products':
      return answerPick(topic(catalogue.products), where, parts);
    case 'help':
      return answerPick(topic(catalogue.help), where, parts);
    case 'privacy':
      return answerPick(topic(catalogue.privacy), where, parts);
    case 'forget':
      return { kind: 'reply', message: await forget(where.person, parts) };
    case 'settings':
    case 'stats':
      return manage(interaction, where, parts);
    default:
      // Registered by a newer or an older version than this one.
      return { kind: 'reply', message: note(WORDS.oldCommand) };
  }
}

async function answerQuestion(
  interaction: ChatInputCommandInteraction,
  where: Where,
  parts: Parts,
): Promise<Answer> {
  const text = interaction.options.getString('question', true);
  const topic = chosenTopic(text, parts);
  const wished = interaction.options.getBoolean('public');
  const asking = topic ? { pick: { action: 'topic' as const, topic } } : { text };
  return answerTo({ ...where, ...asking }, where, parts, (settings) => {
    return wished ?? settings.publicAnswers;
  });
}

/** Words that name no topic are a question like any other; triage sees them either way. */
async function answerTip(
  interaction: ChatInputCommandInteraction,
  where: Where,
  parts: Parts,
): Promise<Answer> {
  const text = interaction.options.getString('topic') ?? 'tip';
  const chosen = chosenTopic(text, parts);
  if (chosen) return answerPick({ action: 'tip', topic: chosen }, where, parts);
  const near = text === 'tip' ? undefined : parts.suggest(text, 1)[0]?.topic;
  const pick = near && { pick: { action: 'tip' as const, topic: near } };
  return answerTo({ ...where, text, ...pick }, where, parts);
}

/** What a button or a command without words asks for. */
export function answerPick(pick: Pick, where: Where, parts: Parts): Promise<Answer> {
  return answerTo({ ...where, pick }, where, parts);
}

/** @param forAll whether everybody should see the answer; never so where it is urgent. */
async function answerTo(
  asking: Asking,
  where: Where,
  parts: Parts,
  forAll: (settings: GuildSettings) => boolean = () => false,
): Promise<Answer> {
  const asked = await ask(asking, parts);
  if ('waitSeconds' in asked) {
    return { kind: 'reply', message: note(WORDS.slowDown(asked.waitSeconds)) };
  }
  const { reply, settings } = asked;
  const openly = reply.kind !== 'urgent' && !where.isDirect && forAll(settings);
  const message = renderReply(reply, {
    catalogue: parts.catalogue,
    tipTone: settings.tipTone,
    isPublic: openly,
    canShare: !openly && !where.isDirect,
    ...(openly && { asker: where.person }),
  });
  return { kind: 'reply', message, openly };
}

async function forget(person: string, { bot, stores, logger }: Parts): Promise<Outgoing> {
  try {
    const conversations = await bot.forget(person);
    return note(WORDS.forgot(conversations + (await stores.feedback.deletePerson(person))));
  } catch (error) {
    logFailure(logger, 'forgetting a person', error);
    return note(WORDS.notForgot);
  }
}

async function manage(
  interaction: ChatInputCommandInteraction,
  where: Where,
  parts: Parts,
): Promise<Answer> {
  const { guild } = where;
  if (!guild) return { kind: 'reply', message: note(WORDS.serverOnly) };
  if (!where.manages) return { kind: 'reply', message: note(WORDS.managersOnly) };
  if (interaction.commandName === 'stats') {
    const totals = await parts.stores.counts.totals(guild, 30);
    return { kind: 'reply', message: renderStats(totals, 30, parts.catalogue) };
  }
  const settings = await parts.settings.of(guild);
  if (interaction.options.getSubcommand() === 'check') {
    return {
      kind: 'reply',
      message: await checkChannels(interaction.client, guild, settings, parts),
    };
  }
  return { kind: 'reply', message: renderSettings(settings, parts) };
}
