// npm run --silent record:payloads -- [FILE]: what the bot sends, as JSON Lines, to FILE or standard output.
// The test runner's own loader runs the TypeScript.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

const [file, ...rest] = process.argv.slice(2);
if (rest.length > 0) {
  console.error('usage: npm run --silent record:payloads -- [FILE]');
  process.exit(2);
}
const loader = await createViteServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { record } = await loader.ssrLoadModule(
    fileURLToPath(new URL('record.ts', import.meta.url)),
  );
  const requests = await record((text) => console.error(text));
  const lines = requests.map((request) => `${JSON.stringify(request)}\n`).join('');
  if (file) writeFileSync(file, lines);
  else process.stdout.write(lines);
} finally {
  await loader.close();
}
