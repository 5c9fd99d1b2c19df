/** One measurement in a process of its own, so that memory and time are its alone. Talks to `cells.js`. */
import { ablate } from './ablation.js';
import { measure } from './measure.js';
import { PEERS } from './peers.js';

// Whoever stops the bench stops its measurement too.
process.once('disconnect', () => process.exit(1));
process.once('message', async ({ peer, corpus, testSeconds, without }) => {
  try {
    const train = without ? ablate(without) : PEERS[peer];
    const before = process.memoryUsage().rss;
    const figures = await measure(train, corpus, testSeconds, (share) => process.send({ share }));
    const { maxRSS } = process.resourceUsage();
    const megabytes = (maxRSS * 1024 - before) / 2 ** 20;
    process.send({ figures: { ...figures, megabytes } }, () => process.exit(0));
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    process.send({ failed: what.split('\n')[0] }, () => process.exit(1));
  }
});
