import { expect, it } from 'vitest';
import { privacyFacts } from '../src/privacy.js';

it('says whether questions without an answer are kept', () => {
  expect(privacyFacts({ keepUnanswered: false }).join(' ')).toContain(
    'Questions without an answer are not kept.',
  );
  const kept = privacyFacts({ keepUnanswered: true }).join(' ');
  expect(kept).toContain('kept for 30 days');
  expect(kept).not.toContain('are not kept.');
});

it('names the times that storage really keeps', () => {
  expect(privacyFacts({ keepUnanswered: false }).join(' ')).toMatch(
    /30 minutes.*365 days.*30 days/s,
  );
});
