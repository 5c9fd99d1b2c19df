/** Whose request it is, as far as the network tells: for the rate limit only, never stored. */
import { isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** One household or phone holds a whole /64 of IPv6: its first four groups are its address. */
const NETWORK_GROUPS = 4;

/**
 * The address that a request came from; `unknown` where there is no network, as in tests.
 *
 * @param trustedProxies how many proxies in front add to `X-Forwarded-For`; the entries before
 *   theirs are the caller's own and not believed.
 */
export function addressOf(c: Context, trustedProxies: number): string {
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  const forwarded = trustedProxies > 0 ? hops.at(-trustedProxies) : undefined;
  return networkOf(forwarded || remoteAddress(c) || 'unknown');
}

/** True when the visitor's own connection is encrypted, as seen by us or by a trusted proxy. */
export function isSecure(c: Context, trustedProxies: number): boolean {
  if (trustedProxies > 0) return c.req.header('x-forwarded-proto')?.split(',')[0] === 'https';
  return new URL(c.req.url).protocol === 'https:';
}

function remoteAddress(c: Context): string | undefined {
  try {
    return getConnInfo(c).remote.address;
  } catch {
    return undefined;
  }
}

function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  return groups.slice(0, NETWORK_GROUPS).join(':').toLowerCase();
}
