/** A bar for work that takes a while, where somebody watches. */

export interface Watched {
  isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 30;

/** Returns what to call with every step; draws only on a terminal, and clears the bar at the end. */
export function progressBar(
  watched: Watched,
  title: string,
): (done: number, total: number) => void {
  if (!watched.isTTY) return () => {};
  let drawn = -1;
  return (done, total) => {
    const percent = Math.floor((100 * done) / total);
    if (percent === drawn) return;
    drawn = percent;
    const filled = Math.round((WIDTH * done) / total);
    const bar = `${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}`;
    watched.write(done < total ? `\r${title} [${bar}] ${percent}%` : '\r\u001b[K');
  };
}
