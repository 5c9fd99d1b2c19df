/** HTML put together safely. */

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Cells are plain text and are made safe here. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<div class="wide"><table><thead>${cells('th', head)}</thead><tbody>
${rows.map((row) => cells('td', row)).join('\n')}
</tbody></table></div>`;
}

/** A part of the page that opens on a click. `inner` is HTML. */
export function fold(summary: string, inner: string): string {
  return `<details><summary>${escaped(summary)}</summary>${inner}</details>`;
}

export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2b2b; --paper: #fff; --line: #d5dddd; --soft: #5c6b6b;
  --good: #2b8a5a; --fair: #3b7dc4; --poor: #a9b4b4; --bad: #c8432f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eeee; --paper: #141c1c; --line: #334040;
  --soft: #9fb0b0; --good: #4fb583; --fair: #6aa6e6; --poor: #5b6868; --bad: #ee7661; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 62rem;
  margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.2; } h2 { margin-top: 2.5rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; margin: 0.5rem 0 1rem; }
th, td { text-align: left; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 600; } td:nth-child(n+2) { font-variant-numeric: tabular-nums; }
figure { margin: 1rem 0; overflow-x: auto; } figcaption, .note { color: var(--soft); }
.side { display: flex; flex-wrap: wrap; gap: 1.5rem; }
svg { max-width: 100%; height: auto; } svg text { fill: currentColor; font-size: 12px; }
.grid { stroke: var(--line); } .ideal { stroke: var(--soft); stroke-dasharray: 4 4; }
.dot { fill: var(--fair); fill-opacity: 0.75; } .curve { fill: none; stroke-width: 2; }
.curve.c0 { stroke: var(--fair); } .curve.c1 { stroke: var(--bad); } svg text.c0 { fill: var(--fair); } svg text.c1 { fill: var(--bad); }
.right, .declined { fill: var(--good); } .offered, .declined-by-an-offer { fill: var(--fair); }
.missed { fill: var(--poor); } .wrong, .answered-all-the-same { fill: var(--bad); }
summary { cursor: pointer; padding: 0.25rem 0; }
.key span { display: inline-block; margin-right: 1rem; } .key i { display: inline-block; width: 0.8rem; height: 0.8rem;
  margin-right: 0.35rem; } .key .right { background: var(--good); } .key .offered { background: var(--fair); }
.key .missed { background: var(--poor); } .key .wrong { background: var(--bad); }
`;
