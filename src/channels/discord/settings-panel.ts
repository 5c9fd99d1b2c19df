/** The panel behind `/settings show`: one menu for each setting, changed in place. */
import { REGIONS, type Region } from '../../message.js';
import {
  cards,
  channelMenu,
  container,
  menu,
  type Option,
  type Outgoing,
  type Row,
  text,
} from './components.js';
import type { SettingField } from './custom-id.js';
import type { SettingsChange } from './guild-settings.js';
import type { Parts } from './parts.js';
import { type GuildSettings, TIP_TONES } from './stores.js';
import { SETTING_WORDS } from './words-settings.js';

/** How sure the bot must be to answer unasked. */
const CONFIDENCES = [0.7, 0.8, 0.9, 0.95];
const OPERATOR = 'operator';

export function renderSettings(
  settings: GuildSettings,
  { catalogue, readsMessages }: Parts,
): Outgoing {
  const { faqChannels, confidence, productLinks, region, tipTone, publicAnswers } = settings;
  const words = SETTING_WORDS;
  const pick = (field: SettingField, options: Option[]): Row =>
    menu({ verb: 'setting', field }, words[field].placeholder, options);
  const onOff = (field: 'productLinks' | 'publicAnswers', now: boolean): Row =>
    pick(field, [
      { value: 'on', label: words[field].on, chosen: now },
      { value: 'off', label: words[field].off, chosen: !now },
    ]);
  const regions: (Region | typeof OPERATOR)[] = [OPERATOR, ...REGIONS];
  return cards([
    container(catalogue.accent(''), [
      text([words.head, ...(readsMessages ? [] : [words.cannotRead])].join('\n')),
      channelMenu(
        { verb: 'setting', field: 'faqChannels' },
        words.faqChannels.placeholder,
        faqChannels,
      ),
      pick(
        'confidence',
        CONFIDENCES.map((value) => ({
          value: String(value),
          label: words.confidence.label(value),
          chosen: value === confidence,
        })),
      ),
      onOff('productLinks', productLinks),
      pick(
        'region',
        regions.map((value) => ({
          value,
          label: words.region.label(value),
          chosen: value === (region ?? OPERATOR),
        })),
      ),
      pick(
        'tipTone',
        TIP_TONES.map((value) => ({
          value,
          label: words.tipTone[value],
          chosen: value === tipTone,
        })),
      ),
      onOff('publicAnswers', publicAnswers),
      text(words.foot),
    ]),
  ]);
}

/** What the choice in a menu changes; undefined for a value that the panel does not offer. */
export function changeOf(
  field: SettingField,
  values: readonly string[],
): SettingsChange | undefined {
  const [value = ''] = values;
  switch (field) {
    case 'faqChannels':
      return values.every((id) => /^\d{1,20}$/.test(id))
        ? { faqChannels: [...new Set(values)] }
        : undefined;
    case 'confidence': {
      const confidence = CONFIDENCES.find((known) => String(known) === value);
      return confidence === undefined ? undefined : { confidence };
    }
    case 'region': {
      if (value === OPERATOR) return { region: undefined };
      const region = REGIONS.find((known) => known === value);
      return region && { region };
    }
    case 'tipTone': {
      const tipTone = TIP_TONES.find((known) => known === value);
      return tipTone && { tipTone };
    }
    case 'productLinks':
    case 'publicAnswers':
      return value === 'on' || value === 'off' ? { [field]: value === 'on' } : undefined;
    default:
      return field satisfies never;
  }
}
