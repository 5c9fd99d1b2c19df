/** The description of the API, made from the same shapes that check it. */
import { z } from 'zod';
import { errorSchema, requestSchema, responseSchema } from './api-schema.js';
import { HEADER } from './conversation.js';

const ERRORS: Record<string, string> = {
  400: 'The body is not JSON, has a field of the wrong type, or holds no words.',
  413: 'The body or the text is too large.',
  415: 'The body is not declared as application/json.',
  429: 'Too many questions from this address. An urgent message is always answered.',
  500: 'The product failed.',
  503: 'The answer took too long.',
};

export function openApi(): object {
  const json = (schema: z.ZodType, io: 'input' | 'output') => ({
    'application/json': { schema: withoutDialect(z.toJSONSchema(schema, { io })) },
  });
  const header = {
    description: 'The key of the conversation: send it with the next question to go on.',
    schema: { type: 'string' },
  };
  const answered = {
    description: 'The reply, of whatever kind.',
    headers: { [HEADER]: header },
    content: json(responseSchema, 'output'),
  };
  const refused = Object.entries(ERRORS).map(([status, description]) => [
    status,
    {
      description,
      content: json(errorSchema, 'output'),
      ...((status === '429' || status === '503') && {
        headers: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } },
      }),
    },
  ]);
  const status = (description: string) => ({
    description,
    content: json(z.object({ status: z.string() }), 'output'),
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vertebot',
      version: '1',
      description: 'Questions in, checked cards out. No account, no key; nothing typed is kept.',
    },
    paths: {
      '/api/ask': {
        post: {
          operationId: 'ask',
          summary: 'One question, one reply',
          parameters: [
            {
              name: HEADER,
              in: 'header',
              required: false,
              description:
                '`new` starts a conversation, and the answer holds its key; the key goes on with it. Without this header the question stands alone.',
              schema: { type: 'string' },
            },
          ],
          requestBody: { required: true, content: json(requestSchema, 'input') },
          responses: { 200: answered, ...Object.fromEntries(refused) },
        },
      },
      '/healthz': {
        get: {
          operationId: 'health',
          summary: 'Is the process alive?',
          responses: { 200: status('It is.') },
        },
      },
      '/readyz': {
        get: {
          operationId: 'ready',
          summary: 'Can it answer questions?',
          responses: { 200: status('It can.'), 503: status('Not now.') },
        },
      },
    },
  };
}

function withoutDialect({ $schema: _, ...schema }: Record<string, unknown>): object {
  return schema;
}
