import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../src/channels/discord/render-reply.js';
import type { View } from '../../../src/channels/discord/view.js';
import type { PhoneNumber, Reply, TipCard } from '../../../src/reply.js';
import type { Json } from '../../fakes/discord/rest.js';
import { controls, textOf } from './harness.js';
import { answer, card, catalogue } from './stand-in.js';

const view: View = { catalogue, tipTone: 'plain', isPublic: false };
const shown = (reply: Reply, more: Partial<View> = {}) =>
  renderReply(reply, { ...view, ...more }) as unknown as Json;

describe('a card', () => {
  it('shows markdown of the pack as it stands, and mentions nobody', () => {
    const text = '# *stars* _low_ `code` <@1> ||hidden|| [a](https://b.example) @everyone';
    const message = shown(answer([card('drinks/tea', { answer: [{ text, marks: [] }] })]));
    const said = textOf(message);
    expect(said).toContain('\\*stars\\* \\_low\\_ \\`code\\` \\<@1\\> \\|\\|hidden\\|\\|');
    expect(said).toContain('\\# ');
    expect(said).not.toContain('[a](https');
    expect(said).not.toContain('@everyone');
    expect(message.allowedMentions).toEqual({ parse: [], repliedUser: false });
  });

  it('marks its claims and links its sources without unfolding them', () => {
    const said = textOf(shown(answer([card('drinks/tea')])));
    expect(said).toContain('The answer on drinks/tea. [1]');
    expect(said).toContain('[1] [Tea board: On tea](<https://tea.example/(a)>)');
    expect(said).toContain('[2] Cups: On cups');
  });

  it('offers related topics as buttons, and in a menu once they are many', () => {
    const offers = ['a', 'b', 'c', 'd'].map((name) => ({ topic: `drinks/${name}`, label: name }));
    const few = controls(shown(answer([card('drinks/tea')], { offered: offers.slice(0, 3) })));
    expect(few.has('a') && few.has('c')).toBe(true);
    const many = controls(shown(answer([card('drinks/tea')], { offered: offers })));
    expect(many.has('a')).toBe(false);
    expect(many.get('More on this …')?.options).toHaveLength(4);
  });

  it('introduces tips in the tone of the server', () => {
    const tip: TipCard = {
      ...{ type: 'tip', topic: 'drinks/tea', category: 'drinks', title: 'Tea', related: [] },
      ...{ tip: { text: 'Warm the pot.', marks: [] }, sources: [], followUps: [] },
    };
    const reply = { ...answer([]), cards: [tip] } as Reply;
    expect(textOf(shown(reply))).toContain('**Tip:** Warm');
    expect(textOf(shown(reply, { tipTone: 'cheerful' }))).toContain('🌱 Try this:');
  });

  it('shows the signs of something urgent as information, with the numbers', () => {
    const reply = {
      ...answer([]),
      cards: [
        {
          ...{
            type: 'signs',
            topic: 'urgent/fire',
            category: 'urgent',
            title: 'Fire',
            related: [],
          },
          ...{ intro: 'It burns.', signs: [{ text: 'Smoke', marks: [] }], sources: [] },
          ...{ action: 'Call 112.', numbers: [{ label: 'Emergency', tel: '112' }] },
        },
      ],
    } as Reply;
    const said = textOf(shown(reply));
    for (const part of ['It burns.', '- Smoke', '**Call 112.**', '**Emergency: 112**']) {
      expect(said).toContain(part);
    }
  });
});

describe('an urgent reply', () => {
  const urgent = (lines: string[], numbers: PhoneNumber[]): Reply => ({
    ...{ kind: 'urgent', lead: [], offered: [], ranking: [], footer: '' },
    cards: [{ topic: 'urgent/fire', title: 'Fire', lines, numbers }],
  });
  const isPublic = true;

  it('is plain text that others cannot mistake for a card', () => {
    const message = shown(urgent(['Call 112.'], []), { isPublic });
    expect(message.flags).toBeUndefined();
    expect(message.content).toBe('# Fire\n**Call 112.**');
  });

  it('in public repeats no number that its lines hold already, and drops none that they do not', () => {
    const numbers = ['112', '911', '116123'].map((tel) => ({ label: `Line ${tel}`, tel }));
    const lines = ['Call 999 or 112.', 'Or 116 123.', 'Third.'];
    const content = String(shown(urgent(lines, numbers), { isPublic }).content);
    expect(content).toContain('Line 911');
    expect(content).not.toContain('Line 112');
    expect(content).not.toContain('Line 116123');
    expect(content).not.toContain('Third');
  });

  it('in private holds every line and every number', () => {
    const content = String(
      shown(urgent(['One.', 'Two.', 'Three.'], [{ label: 'Call', tel: '112' }])).content,
    );
    expect(content).toBe('# Fire\n**One.**\n- Two.\n- Three.\n- **Call: 112**');
  });
});
