import { type Answer, empty, json } from '../http/answer.ts';
import type { Asked } from '../http/asked.ts';
import { applySwitchLine } from '../switches/switch-line.ts';
import type { World } from '../world/world.ts';

/** Where the switches can be read and changed; no FindFace server has this path. */
export const controlPath = '/.emulator/switches';

/** Answers with the switches, or carries out one typed change per line of the body. */
export function answerControl(world: World, asked: Asked): Answer {
  if (asked.method === 'GET') return json(200, { ...world.board.now, limited: world.board.limited });
  if (asked.method !== 'POST') return empty(405, { Allow: 'GET, POST' });
  for (const line of asked.body.toString().split('\n')) {
    const wrong = line.trim() === '' ? undefined : applySwitchLine(world.board, line);
    if (wrong) return json(400, { desc: wrong });
  }
  return empty(204);
}
