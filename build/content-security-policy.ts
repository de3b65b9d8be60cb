import { createHash } from 'node:crypto';

/**
 * What a page may do: run and style itself with what the build made, and talk to servers over https, because the
 * learner chooses where to sync. Content is data and never becomes code.
 */
export function contentSecurityPolicy(inlineStyle: string): string {
  const hash = createHash('sha256').update(inlineStyle).digest('base64');
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'sha256-${hash}'`,
    "img-src 'self' data:",
    "connect-src 'self' https:",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
