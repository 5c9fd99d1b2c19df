/** The files that a browser loads: plain files beside this one, read once, named by what they hold. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const TYPES = {
  'vertebot.css': 'text/css; charset=utf-8',
  'cards.css': 'text/css; charset=utf-8',
  'composer.css': 'text/css; charset=utf-8',
  'vertebot.js': 'text/javascript; charset=utf-8',
  'suggestions.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
  'shop.css': 'text/css; charset=utf-8',
  'embed.js': 'text/javascript; charset=utf-8',
} as const;
export type AssetName = keyof typeof TYPES;

/** Where a page finds each file. The address changes with the file, so it may be kept for ever. */
export type AssetUrls = Readonly<Record<AssetName, string>>;

export interface Asset {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

export interface Assets {
  urls: AssetUrls;
  read(name: string): Asset | undefined;
}

export function loadAssets(): Assets {
  const dir = fileURLToPath(new URL('./assets/', import.meta.url));
  const names = Object.keys(TYPES) as AssetName[];
  const assets = new Map<string, Asset>(
    names.map((name) => [
      name,
      { bytes: new Uint8Array(readFileSync(dir + name)), type: TYPES[name] },
    ]),
  );
  const urls = Object.fromEntries(
    names.map((name) => [name, `/assets/${name}?v=${hashOf(assets.get(name)!.bytes)}`]),
  ) as Record<AssetName, string>;
  return { urls, read: (name) => assets.get(name) };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12);
}
