import type { SwitchBoard } from '../switches/switch-board.ts';
import { BlockList } from './block-list.ts';
import { Clock } from './clock.ts';
import { People, type Person } from './people.ts';
import { type Session, SessionTable } from './session-table.ts';

/** The state of an emulated server. */
export interface World {
  readonly board: SwitchBoard;
  readonly clock: Clock;
  readonly people: People;
  readonly sessions: SessionTable;
  readonly blockList: BlockList;
}

/** The state after an installation, with its users. */
export function newWorld(users: readonly Person[], board: SwitchBoard): World {
  return {
    board,
    clock: new Clock(board),
    people: new People(users),
    sessions: new SessionTable(),
    blockList: new BlockList(),
  };
}

/** Ends the sessions of blocked devices, and removes expired blocks. */
export function applyBlockList(world: World): void {
  const now = world.clock.now();
  for (const session of world.sessions.all) {
    const blocked = world.blockList.blocks(session.uuid, now);
    if (blocked && !session.killed) world.sessions.change(session, { killed: true });
    if (!blocked && session.killed) world.sessions.end([session]);
  }
}

/** The status of a session in the list, which says nothing about its token. */
export function statusOf(world: World, session: { uuid: string; lastPingAt: number }): SessionStatus {
  const now = world.clock.now();
  if (world.blockList.blocks(session.uuid, now)) return 'blocked';
  return now - session.lastPingAt < world.board.now.onlineSeconds * 1000 ? 'online' : 'offline';
}

/** The values of `AuthSession.status`. */
export type SessionStatus = 'online' | 'offline' | 'blocked';

/** Whether the token of a session would be accepted now. */
export function isLive(world: World, session: Session): boolean {
  const person = world.people.byId(session.userId);
  const usable = session.active && !session.killed && person?.active === true;
  return usable && session.expiresAt > world.clock.now();
}
