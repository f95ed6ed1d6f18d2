import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { RequestLog } from '../http/request-log.ts';
import { stripPrefix } from '../http/route.ts';
import type { World } from '../world/world.ts';
import type { EventChannel } from './event-channel.ts';

/** Handles an upgrade request: `/events/` opens the WebSocket, anything else is 404. */
export function serveUpgrade(
  world: World,
  log: RequestLog,
  channel: EventChannel,
  request: IncomingMessage,
  socket: Socket,
  head: Buffer,
): void {
  const { headers, url = '' } = request;
  log.add({ method: 'GET', path: url, headers, bodyLength: 0, time: Date.now() });
  const { path, inside } = stripPrefix(url.replace(/\?.*$/s, ''), world.board.now.prefix);
  const switches = world.board.forRequest('GET', path);
  if (switches.hang) return;
  if (switches.connection !== 'normal') socket.resetAndDestroy();
  else if (switches.proxyError !== 'none') refuse(socket, Number(switches.proxyError));
  else if (!inside || path !== '/events/') refuse(socket, 404);
  else channel.accept(request, socket, head);
}

function refuse(socket: Socket, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}
