import { describe, expect, it } from 'vitest';
import { createTriage } from '../../src/safety/index.js';
import { loadEnglishWords } from '../../src/text/index.js';
import { safetyData, urgentTopics } from './pack.js';

const triage = createTriage(safetyData(), urgentTopics(), { english: loadEnglishWords() });
const topicsOf = (text: string) => triage(text).flags.map((flag) => flag.topic);

describe('several flags in one message', () => {
  it('come with the shorter delay first', () => {
    expect(topicsOf('I fell off a ladder and I have chest pain')).toEqual([
      'urgent/heart-lungs-aorta',
      'urgent/serious-injury',
    ]);
    expect(topicsOf('back pain and fever and I cannot pee since this morning')).toEqual([
      'urgent/cauda-equina',
      'urgent/infection-or-cancer',
    ]);
  });

  it('put pills already taken before the crisis', () => {
    expect(topicsOf("I've taken all my pills because I want to die")).toEqual([
      'urgent/overdose',
      'urgent/crisis',
    ]);
  });
});

describe('a flag', () => {
  it('says which rule fired, why, and on which words', () => {
    expect(triage('Does vitamin D help? btw I have chest pain').flags[0]).toEqual({
      topic: 'urgent/heart-lungs-aorta',
      rule: 'chest-pain',
      reason: expect.stringContaining('heart'),
      evidence: 'chest pain',
    });
  });

  it('is found at the end of 100,000 characters', () => {
    const text = `${'How much calcium is in a glass of milk? '.repeat(2_500)}I have chest pain.`;
    expect(topicsOf(text)).toEqual(['urgent/heart-lungs-aorta']);
  });

  it('is not hidden by a disguise, a typo or a missing space', () => {
    for (const text of ['I want to k1ll myself', 'chset pain', 'CANT PEE']) {
      expect([text, topicsOf(text).length]).toEqual([text, 1]);
    }
  });
});

describe('calm', () => {
  it.each([
    'what is cauda equina?',
    'no numbness, no fever, no weakness, just a stiff back',
    'my back is killing me',
    'in the film he wants to die',
    'my dog collapsed',
    'how many paracetamol can I take a day?',
    '',
    '???',
  ])('"%s" raises nothing', (text) => {
    expect(topicsOf(text)).toEqual([]);
  });
});

describe('product risk', () => {
  it('is seen in any form, even denied', () => {
    for (const text of [
      'I have osteoporosis',
      'no fractures',
      'pins & needles',
      'on Prednisolone',
      'my T-score',
      'I fell',
    ]) {
      expect([text, triage(text).productRisks.length > 0]).toEqual([text, true]);
    }
    expect(triage('tell me about the roller wheel').productRisks).toEqual([]);
  });

  it('is apart from age: 65 and over is an older person', () => {
    expect(triage("I'm 71, which roller?").olderPerson).toBe(true);
    expect(triage("I'm 41, which roller?").olderPerson).toBe(false);
  });
});

describe('other languages', () => {
  it.each([
    ['me duele la espalda', 'spanish'],
    ['У меня болит спина', 'russian'],
    ['私は腰が痛い', 'japanese'],
    ['میری کمر میں درد ہے', 'urdu'],
    ['ich habe rückenschmerzen', 'german'],
  ])('"%s" is %s', (text, language) => {
    expect(triage(text).otherLanguage).toBe(language);
  });

  it.each([
    'is paella good for bones',
    'my husband José has a bad back',
    'natto',
    'core stretch',
    'no',
  ])('"%s" is English', (text) => {
    expect(triage(text).otherLanguage).toBeUndefined();
  });

  it('get the urgent card for a cry for help', () => {
    expect(topicsOf('quiero morir')).toEqual(['urgent/crisis']);
    expect(topicsOf('救护车')).toEqual(['urgent/heart-lungs-aorta']);
  });
});
