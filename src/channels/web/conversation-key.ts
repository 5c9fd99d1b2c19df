/** Conversation keys: unguessable, made here, and known again by their signature alone. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface ConversationKeys {
  /** A new key: 128 random bits and their signature, in letters that cookies and headers can hold. */
  make(): string;
  /** True only for a key that was made with the same secret, whatever else a caller may send. */
  isOurs(key: string): boolean;
}

const RANDOM_BYTES = 16;
const SIGNATURE_BYTES = 16;
const SHAPE = /^[\w-]{22}\.[\w-]{22}$/;

export function createConversationKeys(
  secret: Uint8Array,
  random: (bytes: number) => Uint8Array,
): ConversationKeys {
  const signatureOf = (name: string) =>
    createHmac('sha256', secret)
      .update(`conversation:${name}`)
      .digest()
      .subarray(0, SIGNATURE_BYTES);
  return {
    make() {
      const name = Buffer.from(random(RANDOM_BYTES)).toString('base64url');
      return `${name}.${signatureOf(name).toString('base64url')}`;
    },
    isOurs(key) {
      if (!SHAPE.test(key)) return false;
      const [name = '', signature = ''] = key.split('.');
      return timingSafeEqual(signatureOf(name), Buffer.from(signature, 'base64url'));
    },
  };
}
