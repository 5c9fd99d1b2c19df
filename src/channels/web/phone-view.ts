/** Numbers to call, as links that a phone dials. */
import type { PhoneNumber } from '../../reply.js';
import { type Html, html, outLink } from './view.js';

/** One row for each number, the label in words; a number without `tel` is a web page, or words alone. */
export function phoneLinks(numbers: readonly PhoneNumber[]): Html | false {
  return (
    numbers.length > 0 &&
    html`<ul class="phones">${numbers.map((number) => html`<li>${phoneRow(number)}</li>`)}</ul>`
  );
}

function phoneRow({ label, tel, url }: PhoneNumber): Html {
  if (!tel) return url ? outLink(url, label, '') : html`<span>${label}</span>`;
  const web = url && html` ${outLink(url, new URL(url).hostname)}`;
  return html`<a class="dial" href="tel:${tel.replaceAll('-', '')}"><span aria-hidden="true">☎ </span>${label}</a>${web}`;
}
