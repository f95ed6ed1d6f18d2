import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoOrigin } from '../../../contract/profiles/demo.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { Row } from '../../../contract/state.ts';
import type { followChannel } from '../../../main/live-channel/channel.ts';
import type { ChannelEnd } from '../../../main/live-channel/channel-backoff.ts';
import { LiveChannels } from '../../../main/live-channel/live-channels.ts';
import { LiveState } from '../../../main/state/live-state.ts';
import { Token } from '../../../main/token/token.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const second = 1_000;
const minute = 60 * second;

type Channel = Parameters<typeof followChannel>[0];

/** A channel that is open or being opened, and what its server does with it. */
interface Held extends Pick<Channel, 'opened' | 'heard' | 'token'> {
  readonly id: ProfileId;
  end(how: ChannelEnd): Promise<void>;
}

/** An accepted session that is checked automatically. */
function acceptedRow(instead: Partial<Row> = {}): Row {
  return sampleRow({
    profile: sampleProfile(),
    session: {
      phase: 'active',
      ...{ loggedInAt: 0, expiresAt: null, leaseEndsAt: null, skewMs: 0, secret: 'sealed' },
      ...{ fingerprint: '0a1b2c3d', wayIn: 'password' },
      lastCheck: { verdict: 'accepted', at: 0, tookMs: 1, problem: null },
    },
    nextCheck: { kind: 'at', at: 1, failures: 0 },
    ...instead,
  });
}

/** Live channels with clock, random numbers and servers under the control of a test. */
class World {
  now = Date.UTC(2026, 10, 28, 12);
  luck = 0;
  readonly live: LiveState;
  readonly held: Held[] = [];
  readonly attempts: { readonly id: ProfileId; readonly at: number }[] = [];
  readonly unlockedAt: number[] = [];
  readonly checked: ProfileId[] = [];
  readonly violations: string[] = [];
  readonly channels: LiveChannels;
  #ringsAt: number | null = null;
  #ring: () => void = () => undefined;

  constructor(rows: readonly Row[]) {
    this.live = new LiveState(sampleAppState({ rows }));
    this.channels = new LiveChannels({
      live: this.live,
      sessions: {
        showChannels: (ids, channel) =>
          this.live.change({ rows: ids.flatMap((id) => this.#withChannel(id, channel)) }),
      },
      vault: { find: () => ({ kind: 'token', token: new Token('a'.repeat(64)) }) },
      clients: { openSocket: () => Promise.reject(new Error('Not used here')) },
      checkScheduler: { checkNow: async (id) => void this.checked.push(id) },
      ...{ now: () => this.now, monotonicNow: () => this.now, random: () => this.luck },
      follow: (channel, signal) => this.#follow(channel, signal),
      alarm: (ring) => {
        this.#ring = ring;
        return {
          set: (moment) => {
            this.#ringsAt = moment;
          },
          stop: () => {
            this.#ringsAt = null;
          },
        };
      },
    });
  }

  change(instead: Partial<Row>, place = 0): Promise<void> {
    const row = this.live.rows()[place] as Row;
    this.live.change({ rows: [{ ...row, ...instead }] });
    return this.settle();
  }

  lock(on: boolean): Promise<void> {
    const locked = { kind: 'locked', reason: 'asked', keyring: 'none', passphrase: false } as const;
    if (!on) this.unlockedAt.push(this.now);
    this.live.change({ lock: on ? locked : { kind: 'open' } });
    return this.settle();
  }

  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    await this.settle();
    while (this.#ringsAt !== null && this.#ringsAt <= until) {
      this.now = Math.max(this.now, this.#ringsAt);
      this.#ringsAt = null;
      this.#ring();
      await this.settle();
    }
    this.now = until;
    await this.settle();
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }

  get isPaused(): boolean {
    const { lock, settings } = this.live.read();
    return lock.kind === 'locked' || !settings.liveChannels;
  }

  #withChannel(id: ProfileId, channel: 'open' | 'closed'): Row[] {
    const row = this.live.row(id);
    return row && row.channel !== channel && row.channel !== 'off' ? [{ ...row, channel }] : [];
  }

  #follow({ address, opened, heard, token }: Channel, signal: AbortSignal): Promise<ChannelEnd> {
    const row = this.live.rows().find(({ profile }) => profile.address === address) as Row;
    const { id } = row.profile;
    if (this.isPaused) this.violations.push('a channel was opened behind a lock');
    if (this.held.some((other) => other.id === id)) this.violations.push('a server had two channels');
    this.attempts.push({ id, at: this.now });
    return new Promise((resolve) => {
      const end = (how: ChannelEnd) => {
        this.held.splice(this.held.indexOf(held), 1);
        resolve(how);
        return this.settle();
      };
      const held: Held = { id, opened, heard, token, end };
      this.held.push(held);
      signal.addEventListener('abort', () => void end('lost'), { once: true });
    });
  }
}

async function withChannel(instead: Partial<Row> = {}): Promise<{ world: World; held: Held }> {
  const world = new World([acceptedRow(instead)]);
  world.channels.start();
  await world.pass(2 * second);
  return { world, held: world.held[0] as Held };
}

describe('live channels', () => {
  test('are for accepted sessions that are checked automatically, and no other', async () => {
    const { session } = acceptedRow();
    const checked = (verdict: string) =>
      ({ ...session, lastCheck: { verdict, at: 0, tookMs: null, problem: null } }) as Row['session'];
    for (const instead of [
      { session: { phase: 'logged-out' } },
      { session: { ...session, lastCheck: null } as Row['session'] },
      ...['refused', 'blocked', 'unreachable', 'licence', 'uncertain'].map((verdict) => ({
        session: checked(verdict),
      })),
      { nextCheck: { kind: 'not', why: 'paused' } },
      { channel: 'off' },
      { profile: { ...sampleProfile(), address: { origin: demoOrigin, basePath: '' } } },
    ] satisfies Partial<Row>[]) {
      const { world } = await withChannel(instead);
      expect(world.attempts, JSON.stringify(instead)).toEqual([]);
    }
    const { world } = await withChannel();
    expect(world.attempts).toHaveLength(1);
  });

  test('are shown as open once the server answers, and as closed afterwards', async () => {
    const { world, held } = await withChannel();
    const channel = () => world.live.rows()[0]?.channel;
    held.opened();
    expect(channel()).toBe('closed');
    held.heard('ping');
    expect(channel()).toBe('open');
    await held.end('lost');
    expect(channel()).toBe('closed');
  });

  test('have a session checked when its server says that it has ended, which ends no session by itself', async () => {
    const { world, held } = await withChannel();
    const before = world.live.rows()[0]?.session;
    held.opened();
    for (let nth = 0; nth < 3; nth += 1) held.heard('license_alert');
    expect(world.checked).toHaveLength(1);
    held.heard('token_invalid');
    await held.end('contradicted');
    expect(world.checked).toHaveLength(2);
    expect(world.live.rows()[0]?.session).toBe(before);
    await world.pass(59 * second);
    expect(world.attempts).toHaveLength(1);
    await world.pass(2 * second);
    expect(world.attempts).toHaveLength(2);
  });

  for (const [what, change] of [
    ['the window locks', (world: World) => world.lock(true)],
    ['the computer sleeps', (world: World) => world.channels.fallAsleep()],
    ['the app quits', (world: World) => world.channels.stop()],
    [
      'they are turned off',
      (world: World) => {
        const { settings } = world.live.read();
        world.live.change({ settings: { ...settings, liveChannels: false } });
      },
    ],
    ['they are turned off for the server', (world: World) => world.change({ channel: 'off' })],
    ['the session ends', (world: World) => world.change({ session: { phase: 'logged-out' } })],
    [
      'the server is removed',
      (world: World) => world.live.change({ gone: world.live.rows().map(({ profile }) => profile.id) }),
    ],
    [
      'the server is edited',
      (world: World) =>
        world.change({ profile: { ...(world.live.rows()[0] as Row).profile, proxy: { mode: 'direct' } } }),
    ],
  ] as const) {
    test(`are closed when ${what}`, async () => {
      const { world, held } = await withChannel();
      held.opened();
      held.heard('ping');
      await change(world);
      await world.settle();
      expect(world.held).toEqual([]);
      held.heard('token_invalid');
      expect(world.checked, 'and what still arrives means nothing').toEqual([]);
    });
  }

  test('are opened again after an unlock and a wake-up, spread', async () => {
    const { world } = await withChannel();
    await world.lock(true);
    await world.pass(minute);
    expect(world.attempts).toHaveLength(1);
    await world.lock(false);
    await world.pass(2 * second);
    expect(world.attempts).toHaveLength(2);
    world.channels.fallAsleep();
    await world.pass(minute);
    world.channels.wakeUp();
    await world.pass(2 * second);
    expect(world.attempts).toHaveLength(3);
    expect(world.held).toHaveLength(1);
  });

  test('are tried again when the network changes, but not at every report of the page', async () => {
    const { world, held } = await withChannel();
    await held.end('absent');
    world.channels.networkMayHaveChanged();
    await world.pass(2 * second);
    expect(world.attempts).toHaveLength(2);
    for (let report = 0; report < 25; report += 1) {
      await world.held[0]?.end('lost');
      world.channels.networkMayHaveChanged();
      await world.pass(2 * second);
    }
    expect(world.attempts.length).toBeLessThan(6);
  });

  test('are at most 128, and at most four of them are being opened', async () => {
    const world = new World(Array.from({ length: 200 }, () => acceptedRow()));
    world.channels.start();
    await world.pass(minute);
    expect(world.held).toHaveLength(4);
    for (let opened = 0; opened < 200; opened += 1) {
      world.held[opened]?.opened();
      await world.pass(second);
    }
    expect(world.held).toHaveLength(128);
    await world.held[0]?.end('absent');
    await world.pass(second);
    expect(world.held).toHaveLength(128);
  });

  test('never become a storm, whatever servers, networks and locks do', { tags: ['row-21'] }, async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('pass'), ms: fc.constantFrom(1, 900, 5_000, 20_000, 70_000, 600_000) }),
      fc.record({
        kind: fc.constantFrom<ChannelEnd>('lost', 'absent', 'contradicted', 'hostile'),
        ms: fc.constantFrom(0, 1, 2, 3),
      }),
      fc.record({ kind: fc.constantFrom('open', 'answer', 'network', 'lock', 'unlock'), ms: fc.nat(3) }),
    );
    let attempts = 0;
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 80 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (steps, luck) => {
        const world = new World(Array.from({ length: 8 }, () => acceptedRow()));
        world.luck = luck;
        world.channels.start();
        await world.pass(10 * second);
        for (const { kind, ms } of steps) {
          const held = world.held[ms];
          if (kind === 'pass') await world.pass(ms);
          else if (kind === 'open') held?.opened();
          else if (kind === 'answer') held?.heard('ping');
          else if (kind === 'network') world.channels.networkMayHaveChanged();
          else if (kind === 'lock') await world.lock(true);
          else if (kind === 'unlock') await world.lock(false);
          else await held?.end(kind as ChannelEnd);
          await world.settle();
        }
        for (const { id } of world.attempts) {
          const times = world.attempts.filter((other) => other.id === id).map(({ at }) => at);
          for (const from of times) {
            const isInMinute = (at: number) => at >= from - second && at < from + minute;
            const inAMinute = times.filter(isInMinute).length;
            // A person who unlocks wants to see the truth.
            if (inAMinute > 6 + world.unlockedAt.filter(isInMinute).length)
              world.violations.push(`${inAMinute} attempts in a minute`);
          }
        }
        attempts += world.attempts.length;
        expect(world.violations).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: 200 });
    expect(attempts, 'servers were tried at all').toBeGreaterThan(1_000);
  });
});
