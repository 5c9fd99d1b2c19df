import { describe, expect, it } from 'vitest';
import { looksLikeQuestion } from '../../../src/channels/discord/question.js';

describe('a question to whoever knows', () => {
  it.each([
    'is tea good for me?',
    'how much tea is too much',
    'hi, does anyone know if tea helps',
    'I was wondering whether tea is good for cats',
    'My cup is empty. What now?',
    'can anyone explain tea to me',
    'What do you all think about green tea?',
    'any advice on tea would be great',
    'can you drink tea in the evening?',
    'how do you make good tea?',
    'which tea is good for your nerves?',
    'do you know if tea keeps people awake?',
  ])('is %s', (text) => {
    expect(looksLikeQuestion(text)).toBe(true);
  });

  it.each([
    'had a nice cup of tea',
    'tea?',
    'lol what',
    'did you try the tea?',
    'how are you',
    'do you still drink tea?',
    'what did you do, have you tried tea?',
    'is your tea better now?',
    'tea is the best thing there is',
    '',
  ])('is not %j', (text) => {
    expect(looksLikeQuestion(text)).toBe(false);
  });
});
