/**
 * Answers an interaction once and in time. Discord takes the first response within 3 seconds: when
 * the work takes longer than that allows, a deferral goes first, always a private one, because
 * nobody knows yet whether the answer is for others to see.
 */
import {
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import { note, type Outgoing } from './components.js';
import { codeOf, isPassing, logFailure } from './failures.js';
import type { Logger } from './logger.js';
import { WORDS } from './words.js';

export type Repliable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction;

/** What an interaction gets. */
export type Answer =
  /** `openly`: for everybody to see. */
  | { kind: 'reply'; message: Outgoing; openly?: boolean }
  /** Takes the place of the message that the button sits on; `posted` is posted for everybody. */
  | { kind: 'update'; message: Outgoing; posted?: Outgoing; orElse?: Outgoing }
  /** Deletes the message that the button sits on. */
  | { kind: 'remove' };

export interface AcknowledgeOptions {
  logger: Logger;
  /** How long the work may take before a deferral goes first. Default 1,200. */
  deferAfterMs?: number;
  /** True where nothing needs hiding: a direct message. */
  allPrivate?: boolean;
  /** True when the outcome is most likely a change of the message that the button sits on. */
  updates?: boolean;
}

const DEFER_AFTER_MS = 1200;
/** After this, a second try at the first response would come too late. */
const RETRY_WITHIN_MS = 2500;

/** Never throws: what goes wrong is logged, and the person is told where that is still possible. */
export async function acknowledge(
  interaction: Repliable,
  work: () => Promise<Answer>,
  options: AcknowledgeOptions,
): Promise<void> {
  const { logger, allPrivate = false } = options;
  const updates = options.updates === true && interaction.isMessageComponent();
  let deferral: Promise<boolean> | undefined;
  const timer = setTimeout(() => {
    deferral = first(interaction, logger, () =>
      updates
        ? (interaction as MessageComponentInteraction).deferUpdate()
        : interaction.deferReply(allPrivate ? {} : { flags: MessageFlags.Ephemeral }),
    );
  }, options.deferAfterMs ?? DEFER_AFTER_MS);

  let answer: Answer;
  try {
    answer = await work();
  } catch (error) {
    logFailure(logger, 'answering an interaction', error);
    answer = { kind: 'reply', message: note(WORDS.failed) };
  } finally {
    clearTimeout(timer);
  }

  try {
    if (!deferral) await answerNow(interaction, answer, logger, allPrivate);
    else if (await deferral) await answerLate(interaction, answer, updates, allPrivate);
  } catch (error) {
    logFailure(logger, 'answering an interaction', error);
  }
}

async function answerNow(
  interaction: Repliable,
  answer: Answer,
  logger: Logger,
  allPrivate: boolean,
): Promise<void> {
  if (answer.kind === 'reply' || !interaction.isMessageComponent()) {
    const message = answer.kind === 'remove' ? note(WORDS.failed) : answer.message;
    const open = allPrivate || (answer.kind === 'reply' && answer.openly === true);
    await first(interaction, logger, () => interaction.reply(open ? message : hidden(message)));
  } else if (answer.kind === 'update') {
    const sent = await first(interaction, logger, () => interaction.update(answer.message));
    if (sent && answer.posted) await post(interaction, answer);
  } else if (await first(interaction, logger, () => interaction.deferUpdate())) {
    await interaction.deleteReply();
  }
}

async function answerLate(
  interaction: Repliable,
  answer: Answer,
  updates: boolean,
  allPrivate: boolean,
): Promise<void> {
  if (answer.kind === 'remove') await interaction.deleteReply();
  else if (answer.kind === 'update') {
    await interaction.editReply(answer.message);
    if (answer.posted) await post(interaction, answer);
  } else if (updates)
    await interaction.followUp(allPrivate ? answer.message : hidden(answer.message));
  else if (answer.openly && !allPrivate) {
    await interaction.editReply(note(WORDS.publicFollows));
    await interaction.followUp(answer.message);
  } else await interaction.editReply(answer.message);
}

/** Where the bot may not post, the person hears so. */
async function post(
  interaction: Repliable,
  { posted, orElse }: Extract<Answer, { kind: 'update' }>,
): Promise<void> {
  if (!posted) return;
  try {
    await interaction.followUp(posted);
  } catch (error) {
    if (!orElse || isPassing(error)) throw error;
    await interaction.editReply(orElse);
  }
}

/**
 * Sends the first response; once more if the connection broke. The second try may find that the
 * first one did arrive.
 *
 * @returns false when there is nobody left to answer.
 */
async function first(
  interaction: Repliable,
  logger: Logger,
  send: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await send();
    return true;
  } catch (error) {
    if (!isPassing(error) || Date.now() - interaction.createdTimestamp > RETRY_WITHIN_MS) {
      logFailure(logger, 'answering an interaction', error);
      return false;
    }
  }
  try {
    await send();
  } catch (error) {
    if (codeOf(error) !== 40060) {
      logFailure(logger, 'answering an interaction', error);
      return false;
    }
    interaction.replied = true;
  }
  return true;
}

function hidden(message: Outgoing) {
  return { ...message, flags: (message.flags ?? 0) | MessageFlags.Ephemeral };
}
