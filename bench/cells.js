/** Runs measurements one after the other, each in a process of its own with a time of its own. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const WORKER = fileURLToPath(new URL('worker.js', import.meta.url));

/**
 * @param {{ peer?: string, corpus: import('./corpora.js').Corpus, testSeconds: number, without?: string }} cell
 * @param {number} limitSeconds
 * @param {(share: number) => void} onProgress
 * @returns {Promise<{ figures: import('./measure.js').Figures & { megabytes: number } } | { failed: string }>}
 */
export function runCell(cell, limitSeconds, onProgress) {
  return new Promise((resolve) => {
    // Peers print of themselves what nobody asked for.
    const child = fork(WORKER, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    let result = { failed: 'ended without a result' };
    const timer = setTimeout(() => {
      result = { failed: `did not finish in ${limitSeconds} s` };
      child.kill('SIGKILL');
    }, limitSeconds * 1000);
    child.on('message', (message) => {
      if ('share' in message) onProgress(message.share);
      else result = message;
    });
    child.on('exit', () => {
      clearTimeout(timer);
      resolve(result);
    });
    child.send(cell);
  });
}
