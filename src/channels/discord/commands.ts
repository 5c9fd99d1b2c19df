/** The commands as Discord registers them: names, descriptions and where they work. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';

const EVERYWHERE = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};
/** For those who manage the server; Discord hides them from others, and the code checks again. */
const MANAGERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
};

/** The longest question a command takes: Discord's own limit for an option. */
const LONGEST_QUESTION = 6000;

export const ANSWER_THIS = 'Answer this';

export const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    description: 'Ask a question in your own words',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'Your question, or a topic from the list that appears as you type',
        required: true,
        autocomplete: true,
        max_length: LONGEST_QUESTION,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'public',
        description: 'True: everybody here sees the answer. False: only you do',
      },
    ],
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'topics',
    description: 'Browse everything I have a card on, subject by subject',
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'tip',
    description: 'One short tip to take away',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'topic',
        description: 'What the tip should be about; without it, what we spoke of last',
        autocomplete: true,
        max_length: LONGEST_QUESTION,
      },
    ],
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'products',
    description: 'The products I know of, and what to mind before you use one',
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'help',
    description: 'What you can ask me, with examples',
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'privacy',
    description: 'What I keep and what I do not, as I am really set up here',
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: 'forget',
    description: 'Delete what I hold of our conversations, at once',
  },
  {
    ...MANAGERS,
    type: ApplicationCommandType.ChatInput,
    name: 'settings',
    description: 'How I behave in this server',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'show',
        description: 'See and change what holds in this server',
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'check',
        description: 'Try every channel I should answer in, and name what is missing',
      },
    ],
  },
  {
    ...MANAGERS,
    type: ApplicationCommandType.ChatInput,
    name: 'stats',
    description: 'How often each topic was asked for here, what I declined, and the thumbs',
  },
  { ...EVERYWHERE, type: ApplicationCommandType.Message, name: ANSWER_THIS },
];
