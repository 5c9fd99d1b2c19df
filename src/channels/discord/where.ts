/** Who acts and where, as every kind of interaction tells it. */
import {
  ApplicationIntegrationType,
  type BaseInteraction,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';

export interface Where {
  person: string;
  place: string;
  /** Only where the server itself has added the bot: what a server settles must not bind others. */
  guild?: string | undefined;
  /** A direct message with the bot: nobody else reads along. */
  isDirect: boolean;
  /** They manage the server. */
  manages: boolean;
  /** They moderate the channel. */
  moderates: boolean;
}

export function whereOf(interaction: BaseInteraction): Where {
  const { guildId, user, channelId, authorizingIntegrationOwners: owners } = interaction;
  const added = guildId && owners[ApplicationIntegrationType.GuildInstall] !== undefined;
  const may = (permission: bigint) => interaction.memberPermissions?.has(permission) ?? false;
  return {
    person: user.id,
    place: channelId ?? user.id,
    ...(added && { guild: guildId }),
    isDirect: interaction.context === InteractionContextType.BotDM,
    manages: may(PermissionFlagsBits.ManageGuild),
    moderates: may(PermissionFlagsBits.ManageMessages),
  };
}
