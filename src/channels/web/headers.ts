/** What a browser is told about every answer: load nothing from elsewhere, tell nobody, keep nothing. */
import type { MiddlewareHandler } from 'hono';

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
};

/** Which pages may hold this one in a frame, and what it may hold itself. */
interface Frames {
  ancestors: readonly string[];
  children?: boolean;
}

const NOBODY: Frames = { ancestors: ["'none'"] };

/** @param embedOrigins whose pages may frame the widget, beside our own. */
export function securityHeaders(embedOrigins: readonly string[]): MiddlewareHandler {
  const framesOf: Record<string, Frames> = {
    '/widget': { ancestors: ["'self'", ...embedOrigins] },
    '/embed': { ...NOBODY, children: true },
  };
  return async (c, next) => {
    await next();
    const { ancestors, children } = framesOf[c.req.path] ?? NOBODY;
    const policy = Object.entries({
      ...POLICY,
      'frame-ancestors': ancestors.join(' '),
      ...(children && { 'frame-src': "'self'" }),
    });
    c.header('Content-Security-Policy', policy.map(([name, what]) => `${name} ${what}`).join('; '));
    // Older browsers know only this one, and it cannot name origins.
    if (ancestors.includes("'none'")) c.header('X-Frame-Options', 'DENY');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    // The widget and its loader are all that other sites load.
    const shared = c.req.path === '/embed.js' || c.req.path === '/widget';
    c.header('Cross-Origin-Resource-Policy', shared ? 'cross-origin' : 'same-origin');
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()');
    c.header('X-Robots-Tag', c.req.path === '/' ? 'noarchive' : 'noindex');
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  };
}
