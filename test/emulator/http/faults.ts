import { type Answer, empty, html, nginxPage } from './answer.ts';
import type { Asked } from './asked.ts';

const titles = {
  '429': 'Too Many Requests',
  '500': 'Internal Server Error',
  '502': 'Bad Gateway',
  '503': 'Service Temporarily Unavailable',
  '504': 'Gateway Time-out',
} as const;

const portalPage = `<!doctype html>
<html><head><title>Guest network</title></head>
<body><form method="post" action="/portal"><input name="room"><button>Connect</button></form></body></html>
`;

/** The response of something between client and server, if a switch asks for one. */
export function answerInstead(asked: Asked): Answer | undefined {
  const { redirectTo, redirectStatus, captivePortal, proxyError, retryAfter } = asked.switches;
  if (redirectTo !== '') {
    const search = asked.query.size > 0 ? `?${asked.query}` : '';
    return empty(Number(redirectStatus), { Location: `${redirectTo}${asked.fullPath}${search}` });
  }
  if (captivePortal) return html(200, portalPage);
  if (proxyError === 'none') return undefined;
  const headers: Record<string, string> = retryAfter === '' ? {} : { 'Retry-After': retryAfter };
  return nginxPage(Number(proxyError), titles[proxyError], headers);
}
