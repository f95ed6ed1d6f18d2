import { type Answer, empty, json } from '../http/answer.ts';
import type { Asked } from '../http/asked.ts';
import { applySwitchLine } from '../switches/switch-line.ts';
import type { World } from '../world/world.ts';

/** The path for reading and changing switches; real servers do not have it. */
export const controlPath = '/.emulator/switches';

/** Returns the switches, or applies one change per line of the body. */
export function answerControl(world: World, asked: Asked): Answer {
  if (asked.method === 'GET') return json(200, { ...world.board.now, limited: world.board.limited });
  if (asked.method !== 'POST') return empty(405, { Allow: 'GET, POST' });
  for (const line of asked.body.toString().split('\n')) {
    const wrong = line.trim() === '' ? undefined : applySwitchLine(world.board, line);
    if (wrong) return json(400, { desc: wrong });
  }
  return empty(204);
}
