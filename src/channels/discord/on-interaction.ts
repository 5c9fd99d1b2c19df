/** Every interaction gets one answer, in time. */
import { type Interaction, InteractionContextType } from 'discord.js';
import { type Answer, acknowledge } from './acknowledge.js';
import { note } from './components.js';
import { onAutocomplete } from './on-autocomplete.js';
import { onCommand } from './on-command.js';
import { onContext } from './on-context.js';
import { changesItsMessage, onPress } from './on-press.js';
import type { Parts } from './parts.js';
import { WORDS } from './words.js';

export interface InteractionOptions {
  /** See `AcknowledgeOptions`. */
  deferAfterMs?: number;
  /** True once the channel is closing: nothing new is begun. */
  isClosing: () => boolean;
}

/** Never throws. */
export async function onInteraction(
  interaction: Interaction,
  parts: Parts,
  { deferAfterMs, isClosing }: InteractionOptions,
): Promise<void> {
  if (interaction.isAutocomplete()) return onAutocomplete(interaction, parts);
  const work = workFor(interaction, parts);
  if (!work || !interaction.isRepliable()) return;
  const closing = async (): Promise<Answer> => ({
    kind: 'reply',
    message: note(WORDS.restarting),
  });
  await acknowledge(
    interaction as Parameters<typeof acknowledge>[0],
    isClosing() ? closing : work,
    {
      logger: parts.logger,
      allPrivate: interaction.context === InteractionContextType.BotDM,
      updates: interaction.isMessageComponent() && changesItsMessage(interaction.customId),
      ...(deferAfterMs !== undefined && { deferAfterMs }),
    },
  );
}

function workFor(interaction: Interaction, parts: Parts): (() => Promise<Answer>) | undefined {
  if (interaction.isChatInputCommand()) return () => onCommand(interaction, parts);
  if (interaction.isMessageContextMenuCommand()) return () => onContext(interaction, parts);
  if (interaction.isMessageComponent()) return () => onPress(interaction, parts);
  return undefined;
}
