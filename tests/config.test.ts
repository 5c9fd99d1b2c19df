import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig, SETTINGS } from '../src/config.js';
import { ConfigError } from '../src/errors.js';

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      emergencyRegion: 'international',
      dataDir: 'data',
      keepUnanswered: false,
      port: 3000,
      embedOrigins: [],
      apiOrigins: [],
      questionsPerMinute: 30,
      trustedProxies: 0,
      noColor: false,
    });
  });

  it('takes blank for unset, and mends what is harmless', () => {
    expect(
      readConfig({
        EMERGENCY_REGION: 'uk',
        ARTICLE_URL: '  ',
        PRODUCTS_BASE_URL: 'https://shop.example/bones',
        EMBED_ORIGINS: 'https://shop.example/, http://localhost:8080',
        NO_COLOR: '1',
      }),
    ).toMatchObject({
      emergencyRegion: 'UK',
      productsBaseUrl: 'https://shop.example/bones/',
      embedOrigins: ['https://shop.example', 'http://localhost:8080'],
      noColor: true,
    });
  });

  it('names every wrong variable at once, without its value', () => {
    const read = () => readConfig({ EMERGENCY_REGION: 'Mars', ARTICLE_URL: 'ftp://secret' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/EMERGENCY_REGION must be one of UK.*ARTICLE_URL must be an http/);
    expect(read).not.toThrow(/secret/);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['QUESTIONS_PER_MINUTE', '0'],
    ['TRUSTED_PROXIES', '-1'],
    ['KEEP_UNANSWERED', 'perhaps'],
    ['EMBED_ORIGINS', 'shop.example'],
    ['EMBED_ORIGINS', "https://shop.example; script-src 'unsafe-inline'"],
    ['API_ORIGINS', 'https://shop.example/page'],
    ['API_ORIGINS', '*'],
  ])('refuses %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(`${name} must be`);
  });

  it('is frozen', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });
});

it('.env.example lists each variable with its meaning and default', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const listed = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [
    name,
    value,
  ]);
  expect(listed).toEqual(Object.entries(SETTINGS).map(([name, { standard }]) => [name, standard]));
  for (const { meaning } of Object.values(SETTINGS)) expect(example).toContain(meaning);
});
