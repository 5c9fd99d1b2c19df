/** Every way in which the web channel says no, in words for people and codes for programs. */

/** Why there is no reply, for people (`message`) and for programs (`code`). */
export interface Refusal {
  status: 400 | 403 | 404 | 405 | 413 | 415 | 429 | 500 | 503;
  code: string;
  message: string;
  retryAfterSeconds?: number;
}

/** Far longer than any question; an urgent message may be longer, up to the limit of the body. */
export const MOST_CHARACTERS = 4000;
export const MOST_BODY_BYTES = 64 * 1024;

export const refusals = {
  empty: {
    status: 400,
    code: 'empty-text',
    message: 'There were no words in that. Type a question and send it again.',
  },
  tooLong: {
    status: 413,
    code: 'text-too-long',
    message: `That is longer than ${MOST_CHARACTERS.toLocaleString('en')} characters. Ask it in a sentence or two.`,
  },
  bodyTooLarge: {
    status: 413,
    code: 'body-too-large',
    message: `The request is larger than ${MOST_BODY_BYTES / 1024} KB. Ask it in a sentence or two.`,
  },
  unknownChoice: {
    status: 400,
    code: 'unknown-choice',
    message: 'That choice is not one of mine any more. Ask in your own words instead.',
  },
  foreignForm: {
    status: 403,
    code: 'foreign-form',
    message: 'That form was sent from another site. Open the page itself and ask there.',
  },
  notJson: {
    status: 400,
    code: 'not-json',
    message: 'The body is not JSON. Send {"text": "your question"}.',
  },
  wrongShape: {
    status: 400,
    code: 'wrong-type',
    message: 'The body does not have the shape that /openapi.json describes:',
  },
  notJsonType: {
    status: 415,
    code: 'not-json-type',
    message: 'Send the header Content-Type: application/json.',
  },
  notPost: { status: 405, code: 'not-post', message: 'Only POST is understood here.' },
  notFound: { status: 404, code: 'not-found', message: 'There is nothing at this address.' },
  failed: {
    status: 500,
    code: 'failed',
    message: 'Something went wrong on my side. Please try again in a moment.',
  },
  tooSlow: {
    status: 503,
    code: 'too-slow',
    message: 'The answer took too long. Please try again in a moment.',
    retryAfterSeconds: 5,
  },
  tooMany: (seconds: number): Refusal => ({
    status: 429,
    code: 'too-many',
    message: `That was a lot of questions at once. Please wait ${seconds === 1 ? 'a second' : `${seconds} seconds`} and ask again.`,
    retryAfterSeconds: seconds,
  }),
} as const satisfies Record<string, Refusal | ((seconds: number) => Refusal)>;
