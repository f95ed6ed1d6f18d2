import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import {
  type BlockedDevices as Blocked,
  type BlockedDevice,
  isInUse,
} from '../../contract/sessions/remote-sessions.ts';
import type { Journal } from '../journal/journal.ts';
import { byThisClock } from '../servers/http/clock-skew.ts';
import type { ListedBlock } from '../servers/responses/sessions-response.ts';
import { blockFields } from './block-fields.ts';
import type { RemoteSessions } from './remote-sessions.ts';
import type { AccountContext, ServerAccounts } from './server-accounts.ts';
import { deviceOwner } from './session-owner.ts';

const maxDevices = 2_000;
const maxPages = 100;

interface Deps {
  readonly accounts: ServerAccounts;
  readonly sessions: Pick<RemoteSessions, 'listOf'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
}

/** Lists, blocks and unblocks the devices that must not log in to a server. */
export class BlockedDevices {
  /** Per profile the device IDs of the last list, by block ID. */
  readonly #listed = new Map<ProfileId, ReadonlyMap<string, string>>();

  constructor(private readonly deps: Deps) {}

  list(id: ProfileId): Promise<Result<Blocked>> {
    return this.deps.accounts.ask(id, async (account) => {
      const found = new Map<string, ListedBlock>();
      const cursors = new Set<string>();
      let cursor: string | null = null;
      let more: Blocked['more'] = 'yes';
      while (more === 'yes') {
        const page = await account.calls.blocks(cursor);
        if (!page.ok) return page;
        for (const block of page.value.value.items) if (found.size < maxDevices) found.set(block.id, block);
        cursor = page.value.value.cursor;
        if (cursor === null) more = 'no';
        else if (cursors.has(cursor) || cursors.size >= maxPages || found.size >= maxDevices) more = 'cut';
        else cursors.add(cursor);
      }
      this.#listed.set(id, new Map([...found.values()].map((block) => [block.id, block.deviceId])));
      return ok({ devices: [...found.values()].map((block) => shownDevice(block, account)), more });
    });
  }

  /** Blocks the device of a listed session. */
  block(id: ProfileId, listId: number, key: number, reason: string, until: EpochMs | null): Promise<Result> {
    const { accounts, sessions, journal, now } = this.deps;
    return accounts.ask(id, async (account) => {
      const session = sessions.listOf(account, listId)?.entries[key]?.shown;
      const deviceId = session?.deviceId ?? '';
      if (session === undefined || deviceId === '') return fail({ code: 'list-outdated' });
      // SECURITY: a click in the app must not lock the app itself out of a server (0019).
      if (account.deviceIds.has(deviceId) || isInUse(session.mark)) return fail({ code: 'own-device' });
      const words = blockFields(reason, until, now(), account.skewMs);
      if (!words.ok) return words;
      const blocked = await account.calls.block(deviceId, words.value);
      if (!blocked.ok) return blocked;
      journal.note('device-blocked', account.profile, { device: deviceId, forEver: until === null });
      return done;
    });
  }

  /** Changes reason and end of a block. */
  change(id: ProfileId, blockId: string, reason: string, until: EpochMs | null): Promise<Result> {
    const { accounts, journal, now } = this.deps;
    return accounts.ask(id, async (account) => {
      const device = this.#listed.get(id)?.get(blockId);
      if (device === undefined) return fail({ code: 'list-outdated' });
      const words = blockFields(reason, until, now(), account.skewMs);
      if (!words.ok) return words;
      const changed = await account.calls.changeBlock(blockId, words.value);
      if (!changed.ok) return changed;
      journal.note('device-blocked', account.profile, { device, forEver: until === null });
      return done;
    });
  }

  unblock(id: ProfileId, blockId: string): Promise<Result> {
    return this.deps.accounts.ask(id, async (account) => {
      const device = this.#listed.get(id)?.get(blockId);
      if (device === undefined) return fail({ code: 'list-outdated' });
      const unblocked = await account.calls.unblock(blockId);
      if (!unblocked.ok) return unblocked;
      this.deps.journal.note('device-unblocked', account.profile, { device });
      return done;
    });
  }

  /** Drops the lists; called on lock. */
  forget(): void {
    this.#listed.clear();
  }
}

function shownDevice(block: ListedBlock, account: AccountContext): BlockedDevice {
  const moment = (at: EpochMs | null) => (at === null ? null : byThisClock(at, account.skewMs));
  return {
    blockId: block.id,
    deviceId: block.deviceId,
    mark: deviceOwner(block.deviceId, account),
    reason: block.reason,
    createdAt: moment(block.createdAt),
    until: moment(block.expiresAt),
  };
}
