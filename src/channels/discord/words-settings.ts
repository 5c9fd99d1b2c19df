/** What the settings panel and the channel check say. */
import type { Region } from '../../message.js';

export const SETTING_WORDS = {
  head: '## Settings of this server\nA change holds at once.',
  cannotRead:
    '**I cannot read messages that do not mention me**, so I answer nobody unasked. Whoever runs me must switch on "Message Content Intent" in the developer portal (Bot) and set `DISCORD_MESSAGE_CONTENT=on`. Everything else works.',
  foot: '-# `/settings check` tries the channels chosen here.',
  faqChannels: { placeholder: 'Channels and forums where I answer unasked …' },
  confidence: {
    placeholder: 'How sure I must be to answer unasked',
    label: (value: number) => `Answer unasked when at least ${Math.round(value * 100)}% sure`,
  },
  productLinks: {
    placeholder: 'Product links',
    on: 'Product links: where the safety rules allow them',
    off: 'Product links: never',
  },
  region: {
    placeholder: 'Emergency numbers',
    label: (region: Region | 'operator') =>
      `Emergency numbers: ${region === 'operator' ? 'as set for the whole bot' : region}`,
  },
  tipTone: {
    placeholder: 'Tone of tips',
    plain: 'Tips: plain',
    cheerful: 'Tips: cheerful',
    off: 'Tips: only when asked for',
  },
  publicAnswers: {
    placeholder: 'Who sees the answer to /ask',
    on: '/ask answers for everybody to see',
    off: '/ask answers privately, with a button to share',
  },
  notKept: 'That could not be saved, so nothing has changed. Please try again in a while.',
} as const;

export const CHECK_WORDS = {
  head: '## Channel check',
  none: 'No channel is chosen yet: `/settings show`, first menu.',
  fine: (channel: string) => `- <#${channel}>: all is well.`,
  gone: (channel: string) =>
    `- ${channel}: I cannot see this channel, or it is gone. Edit the channel → Permissions → add my role → allow View Channel, or take it off the list in \`/settings show\`.`,
  missing: (channel: string, names: readonly string[]) =>
    `- <#${channel}>: I lack **${names.join('**, **')}**. Edit the channel → Permissions → add my role → allow ${names.length > 1 ? 'these' : 'it'}.`,
  refused: (channel: string, code: string) =>
    `- <#${channel}>: Discord refused a try (code ${code}), though the permissions look right. Try again in a minute; then see whether the channel is locked.`,
} as const;
