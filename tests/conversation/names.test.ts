import { describe, expect, it } from 'vitest';
import { namesOf } from '../../src/conversation/index.js';
import { pack } from './fixture.js';

const topicNamed = namesOf(pack.topics);

describe('a topic by its name', () => {
  it.each([
    ['roses', 'plants/roses'],
    ['all about tulips', 'plants/tulips'],
    ['all abuot tulip', 'plants/tulips'],
    ['waterign', 'plants/water'],
    ['help', 'chat/help'],
  ])('%j', (words, topic) => {
    expect(topicNamed(words)).toBe(topic);
  });

  it.each(['rose', 'what about roses', 'constructor', ''])('%j is none', (words) => {
    expect(topicNamed(words)).toBeUndefined();
  });
});
