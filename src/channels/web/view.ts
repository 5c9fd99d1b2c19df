/** What every piece of the page shares: escaped HTML, where it is shown, and the words of the page itself. */
import { html } from 'hono/html';

export { html };

/** HTML in which everything that was put in is escaped. */
export type Html = ReturnType<typeof html>;

/** On its own page, or in the frame of a widget on somebody else's. */
export type Place = 'page' | 'widget';

/** Where forms of a place go. */
export function pathOf(place: Place): '/' | '/widget' {
  return place === 'page' ? '/' : '/widget';
}

/** What the page says of itself. Domain words and the bot's own sentences are the pack's. */
export const WORDS = {
  name: 'Vertebot',
  ask: 'Ask',
  question: 'Your question',
  placeholder: 'Type your question',
  starters: 'Try one of these',
  browse: 'All topics',
  startOver: 'Start over',
  startedOver: 'Started over. What was remembered of this conversation is deleted.',
  privacy: 'Privacy',
  embed: 'Use it on your site',
  you: 'You asked',
  note: 'Please note',
  tip: 'Tip',
  commercial: 'Commercial',
  visitShop: 'See it in the shop',
  sources: (count: number) => (count === 1 ? '1 source' : `${count} sources`),
  source: 'Source',
  related: 'Related topics',
  choices: 'Choices',
  goOn: 'More on this',
  urgent: 'Urgent',
  whatToDo: 'What to do now',
  helpful: 'Did this help?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you, noted. Nothing that names you is kept.',
  newTab: '(opens in a new tab)',
  suggestions: 'Suggestions',
  suggestionsShown: 'Suggestions are shown. Use the arrow keys to choose.',
  thinking: 'Looking …',
  skip: 'Skip to your question',
  offline:
    'The answer did not get through: the server cannot be reached. Your question is still in the box, so you can send it again.',
  close: 'Close the chat',
  back: 'Back to the chat',
} as const;

/** A link that leaves the page: in a tab of its own, telling the other site nothing of where it was. */
export function outLink(url: string, text: Html | string, rel = ''): Html {
  const relation = ['noopener noreferrer', rel].filter(Boolean).join(' ');
  return html`<a href="${url}" target="_blank" rel="${relation}">${text}<span class="away" aria-hidden="true"></span><span class="unseen"> ${WORDS.newTab}</span></a>`;
}
