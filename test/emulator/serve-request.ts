import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Delay } from './delay.ts';
import { type Answer, nginxPage } from './http/answer.ts';
import { describeRequest, readBody } from './http/asked.ts';
import { answerInstead } from './http/faults.ts';
import type { RequestLog } from './http/request-log.ts';
import { stripPrefix } from './http/route.ts';
import { sendAnswer } from './http/send-answer.ts';
import { answerRequest } from './pages/answer-request.ts';
import { answerControl, controlPath } from './pages/control.ts';
import { normalSwitches } from './switches/switch-table.ts';
import type { World } from './world/world.ts';

/** Replaces a response, for tests of servers that no switch describes. */
export type Rewrite = (method: string, path: string, response: Answer) => Answer;

/** Serves one request. */
export async function serveRequest(
  world: World,
  log: RequestLog,
  delay: Delay,
  rewrite: Rewrite,
  scheme: 'http' | 'https',
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // The emulator's clock sets the `Date` header, not this computer's.
  response.sendDate = false;
  log.started();
  response.once('close', () => log.ended());
  const method = request.method ?? 'GET';
  const body = await readBody(request);
  const url = readUrl(scheme, request);
  log.add({
    method,
    path: request.url ?? '',
    headers: request.headers,
    bodyLength: body?.length ?? 0,
    time: Date.now(),
  });
  if (url.pathname === controlPath) {
    // Without faults, so that a fault can always be switched off.
    const asked = describeRequest(request, url, controlPath, body ?? Buffer.alloc(0), world.board.now);
    return sendAnswer(response, answerControl(world, asked), normalSwitches, {});
  }
  const { path } = stripPrefix(url.pathname, world.board.now.prefix);
  const switches = world.board.forRequest(method, path);
  if (switches.delayMs > 0) await delay.wait(switches.delayMs);
  if (switches.hang) return;
  if (switches.connection === 'reset') request.socket.resetAndDestroy();
  if (switches.connection === 'close') request.socket.destroy();
  if (request.socket.destroyed) return;
  const asked = describeRequest(request, url, path, body ?? Buffer.alloc(0), switches);
  const tooLarge = body ? undefined : nginxPage(413, 'Request Entity Too Large', { Connection: 'close' });
  const instead = tooLarge ?? answerInstead(asked);
  const answer = rewrite(method, path, instead ?? (await answerRequest(world, asked)));
  const now = world.clock.now() + switches.dateSkewSeconds * 1000;
  await sendAnswer(response, answer, switches, {
    Server: 'nginx',
    ...(switches.dateHeader === 'sent' ? { Date: new Date(now).toUTCString() } : {}),
    ...(instead ? {} : { 'Content-Language': asked.language, Vary: 'Accept-Language' }),
    ...(switches.cookie ? { 'Set-Cookie': 'sessionid=3f1c; HttpOnly; Path=/' } : {}),
  });
}

function readUrl(scheme: string, request: IncomingMessage): URL {
  const host = request.headers.host ?? 'localhost';
  const path = request.url ?? '/';
  // A target such as "//host/" is a path here, not another host.
  const url = URL.canParse(`${scheme}://${host}`)
    ? new URL(`${scheme}://${host}`)
    : new URL(`${scheme}://localhost`);
  const [pathname = '/', search = ''] = path.split(/\?(.*)/s);
  url.pathname = pathname;
  url.search = search;
  return url;
}
