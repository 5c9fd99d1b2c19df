/** The few building blocks of Discord's Components V2 that the bot uses, as the API wants them. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ChannelType,
  ComponentType,
  MessageFlags,
  SelectMenuDefaultValueType,
} from 'discord.js';
import { type Press, writeCustomId } from './custom-id.js';
import { clip } from './markdown.js';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
export type TopLevel = APIMessageTopLevelComponent;
export type InContainer = APIComponentInContainer;

/** A message as discord.js takes it. It never mentions anybody. */
export interface Outgoing {
  content?: string;
  components: TopLevel[];
  flags?: typeof MessageFlags.IsComponentsV2;
  allowedMentions: { parse: []; repliedUser: false };
}

export const NO_MENTIONS: Outgoing['allowedMentions'] = { parse: [], repliedUser: false };

/** The most text and components that one message holds. */
export const MOST_TEXT = 4000;
export const MOST_COMPONENTS = 40;
export const BUTTONS_A_ROW = 5;
export const OPTIONS_A_MENU = 25;

export function cards(components: TopLevel[]): Outgoing {
  return { components, flags: MessageFlags.IsComponentsV2, allowedMentions: NO_MENTIONS };
}

/** One or more lines of text, as a Components V2 message, so that it can take any other's place. */
export function note(...lines: string[]): Outgoing {
  return cards([text(lines.join('\n'))]);
}

/** @param id a number that tells the parts meant for the asker alone; unique in the message. */
export function text(content: string, id?: number) {
  const type = ComponentType.TextDisplay as const;
  return id === undefined ? { type, content } : { type, content, id };
}

export function container(accent: number, components: InContainer[]) {
  return { type: ComponentType.Container as const, accent_color: accent, components };
}

export function divider() {
  return { type: ComponentType.Separator as const, divider: true, spacing: 1 as const };
}

/** A text with a link button beside it. */
export function section(content: string, label: string, url: string) {
  return {
    type: ComponentType.Section as const,
    components: [text(content)],
    accessory: {
      type: ComponentType.Button as const,
      style: ButtonStyle.Link as const,
      label: clip(label, 80),
      url,
    },
  };
}

export function button(
  label: string,
  press: Press,
  { style = ButtonStyle.Secondary, emoji }: { style?: ActionStyle; emoji?: string } = {},
): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style,
    label: clip(label, 80),
    custom_id: writeCustomId(press),
    ...(emoji && { emoji: { name: emoji } }),
  };
}
type ActionStyle =
  | ButtonStyle.Primary
  | ButtonStyle.Secondary
  | ButtonStyle.Success
  | ButtonStyle.Danger;

export function row(...components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}

/** Rows of at most five buttons each; none for none. */
export function buttonRows(buttons: APIButtonComponent[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += BUTTONS_A_ROW) {
    rows.push(row(...buttons.slice(at, at + BUTTONS_A_ROW)));
  }
  return rows;
}

export interface Option {
  value: string;
  label: string;
  description?: string;
  chosen?: boolean;
}

/** A menu of one choice. Beyond 25 options the rest is left out. */
export function menu(press: Press, placeholder: string, options: readonly Option[]): Row {
  return row({
    type: ComponentType.StringSelect,
    custom_id: writeCustomId(press),
    placeholder: clip(placeholder, 150),
    options: options.slice(0, OPTIONS_A_MENU).map(({ value, label, description, chosen }) => ({
      value,
      label: clip(label, 100),
      ...(description && { description: clip(description, 100) }),
      ...(chosen && { default: true }),
    })),
  });
}

/** A menu of channels that can hold questions, with those chosen so far. */
export function channelMenu(press: Press, placeholder: string, chosen: readonly string[]): Row {
  return row({
    type: ComponentType.ChannelSelect,
    custom_id: writeCustomId(press),
    placeholder: clip(placeholder, 150),
    channel_types: [ChannelType.GuildText, ChannelType.GuildForum],
    min_values: 0,
    max_values: OPTIONS_A_MENU,
    default_values: chosen
      .slice(0, OPTIONS_A_MENU)
      .map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
  });
}

/** How much of a message's allowance some components take. */
export function measure(components: readonly TopLevel[]): { text: number; count: number } {
  let total = 0;
  let count = 0;
  const visit = (component: object): void => {
    count++;
    if ('content' in component) total += String(component.content).length;
    if ('components' in component)
      for (const inner of component.components as object[]) visit(inner);
    if ('accessory' in component) visit(component.accessory as object);
  };
  for (const component of components) visit(component);
  return { text: total, count };
}

/** @param room what must stay free for what is added later. */
export function fits(components: readonly TopLevel[], room = { text: 0, count: 0 }): boolean {
  const { text: length, count } = measure(components);
  return length + room.text <= MOST_TEXT && count + room.count <= MOST_COMPONENTS;
}
