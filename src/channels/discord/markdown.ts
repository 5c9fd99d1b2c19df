/** Plain text made safe for Discord's markdown: it shows as it stands, and mentions nobody. */

export function plain(text: string): string {
  return text
    .replace(/[\\*_~`|<>[\]]/g, '\\$&')
    .replace(/^(\s*)([#+-])(?=\s|#)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2')
    .replace(/@(?=everyone|here)/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//');
}

/** A link that unfolds nothing; the text alone where there is no address. */
export function link(text: string, url: string | undefined): string {
  return url ? `[${plain(text)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)` : plain(text);
}

/** Cut at a word, with an ellipsis, to at most `most` characters. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/, '')}…`;
}
