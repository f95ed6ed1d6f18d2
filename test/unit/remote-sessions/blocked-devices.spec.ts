import { describe, expect, test } from 'vitest';
import { ok } from '../../../contract/core/result.ts';
import { BlockedDevices } from '../../../main/remote-sessions/blocked-devices.ts';
import type { AccountContext, ServerAccounts } from '../../../main/remote-sessions/server-accounts.ts';
import type { SessionList } from '../../../main/remote-sessions/session-list.ts';
import type { ListedBlock, ListPage } from '../../../main/servers/responses/sessions-response.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const blocks = (count: number, page = 0): readonly ListedBlock[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `${page} ${at}`, deviceId: 'stolen', reason: 'lost', createdAt: null, expiresAt: 10_000 },
  }));

/** A list of one session, whose server did not say its device. */
const list = { entries: [{ shown: { deviceId: '', mark: 'other-app' } }] } as unknown as SessionList;

/** The blocked devices of a server that answers with these pages, and counts its requests. */
function devicesOf(pageOf: (asked: number) => ListPage<ListedBlock>, skewMs = 0) {
  let asked = 0;
  const profile = sampleProfile();
  const account = {
    ...{ profile, deviceIds: new Set(), computer: 'here', skewMs },
    calls: {
      blocks: async () => {
        asked += 1;
        return ok({ value: pageOf(asked) });
      },
    },
  } as unknown as AccountContext;
  const accounts: Pick<ServerAccounts, 'ask'> = { ask: (_, work) => work(account) };
  const devices = new BlockedDevices({
    accounts: accounts as ServerAccounts,
    sessions: { listOf: () => list },
    journal: { note: () => undefined },
    now: () => 0,
  });
  return { id: profile.id, devices, asked: () => asked };
}

async function listed(...of: Parameters<typeof devicesOf>) {
  const { id, devices, asked } = devicesOf(...of);
  const list = await devices.list(id);
  if (!list.ok) throw new Error(list.problem.code);
  return { ...list.value, asked: asked() };
}

describe('a list of blocked devices', () => {
  test('with a repeating cursor is followed once', async () => {
    const list = await listed(() => ({ items: blocks(1), cursor: 'again' }));
    expect(list).toMatchObject({ asked: 2, more: 'cut' });
    expect(list.devices).toHaveLength(1);
  });

  test('without an end is cut off', async () => {
    const list = await listed((asked) => ({ items: [], cursor: `after ${asked}` }));
    expect(list.more).toBe('cut');
    expect(list.asked).toBeLessThanOrEqual(101);
  });

  test('stops at two thousand, also within a page', async () => {
    const list = await listed((asked) => ({ items: blocks(1_500, asked), cursor: `after ${asked}` }));
    expect(list).toMatchObject({ asked: 2, more: 'cut' });
    expect(list.devices).toHaveLength(2_000);
  });

  test('has its times by the clock of this computer', async () => {
    const list = await listed(() => ({ items: blocks(1), cursor: null }), 4_000);
    expect(list.devices).toMatchObject([{ until: 6_000, createdAt: null }]);
  });
});

test('A session without a device has none to block', async () => {
  const { id, devices } = devicesOf(() => ({ items: [], cursor: null }));
  expect(await devices.block(id, 1, 0, 'lost', null)).toMatchObject({ problem: { code: 'list-outdated' } });
});
