import { describe, expect, test } from 'vitest';
import { fail, ok, type Result } from '../../../../contract/core/result.ts';
import type { ProbeRequest, ProbeResult } from '../../../../contract/profiles/probe.ts';
import { AddressProbe, type ProbeState } from '../../../../renderer/probe/address-probe.ts';

const findingAt = (host: string): ProbeResult => ({
  id: host,
  address: { origin: `https://${host}`, basePath: '' },
  server: null,
  elsewhere: null,
  completesTyped: true,
  certificate: null,
});

/** A form with a controlled clock and servers that answer on command. */
function form() {
  const shown: ProbeState[] = [];
  const asked: { readonly request: ProbeRequest; readonly answer: (result: Result<ProbeResult>) => void }[] =
    [];
  const due = new Set<{ readonly ms: number; readonly work: () => void }>();
  let cancelled = 0;
  const addressProbe = new AddressProbe('', {
    bridge: {
      probe: (request) => new Promise((answer) => asked.push({ request, answer })),
      cancelProbe: async () => {
        cancelled += 1;
        return ok(undefined);
      },
    },
    show: (state) => void shown.push(state),
    later: (ms, work) => {
      const one = { ms, work };
      due.add(one);
      return () => void due.delete(one);
    },
  });
  const pass = (ms: number) => {
    for (const one of [...due]) {
      if (one.ms > ms) continue;
      due.delete(one);
      one.work();
    }
  };
  const waits = () => [...due].map(({ ms }) => ms);
  return { addressProbe, shown, asked, pass, waits, cancelled: () => cancelled };
}

const settle = () => new Promise(setImmediate);

describe('the probe of an address', () => {
  test('starts 600 ms after the last key, once', () => {
    const { addressProbe, asked, pass, waits, cancelled } = form();
    for (const typed of ['1', '10', '10.0.4.7']) addressProbe.setAddress(typed);
    expect(waits()).toEqual([600]);
    expect(asked).toEqual([]);
    pass(600);
    expect(asked.map(({ request }) => request.address)).toEqual(['10.0.4.7']);
    addressProbe.setAddress(' 10.0.4.7 ');
    expect(waits(), 'blanks are no other address').toEqual([]);
    expect(cancelled(), 'what was asked before is given up').toBe(3);
  });

  test('starts at once when the field loses the focus, or the form is submitted', async () => {
    const { addressProbe, asked, waits } = form();
    addressProbe.setAddress('10.0.4.7');
    const settled = addressProbe.waitBriefly();
    expect(asked).toHaveLength(1);
    expect(waits(), 'a form waits for it, but not for ever').toEqual([3_000]);
    asked[0]?.answer(ok(findingAt('10.0.4.7')));
    expect(await settled).toMatchObject({ id: '10.0.4.7' });
  });

  test('does not block a form when it takes too long', async () => {
    const { addressProbe, pass } = form();
    addressProbe.setAddress('10.0.4.7');
    const settled = addressProbe.waitBriefly();
    pass(3_000);
    expect(await settled).toBeNull();
  });

  test('shows nothing for an outdated address', async () => {
    const { addressProbe, asked, pass, shown } = form();
    addressProbe.setAddress('10.0.4.7');
    pass(600);
    addressProbe.setAddress('10.0.4.8');
    asked[0]?.answer(ok(findingAt('10.0.4.7')));
    await settle();
    pass(600);
    asked[1]?.answer(fail({ code: 'not-findface', host: '10.0.4.8', status: 404 }));
    await settle();
    expect(shown.map(({ kind }) => kind)).toEqual(['idle', 'asking', 'idle', 'asking', 'failed']);
    expect(shown.at(-1)).toMatchObject({ address: '10.0.4.8' });
  });

  test('reports an invalid address, and makes no request for an empty one', async () => {
    const { addressProbe, asked, pass, shown } = form();
    addressProbe.setAddress('http:/');
    pass(600);
    asked[0]?.answer(fail({ code: 'address-malformed' }));
    await settle();
    expect(shown.at(-1)).toMatchObject({ kind: 'failed', problem: { code: 'address-malformed' } });
    addressProbe.setAddress('');
    pass(600);
    expect(asked).toHaveLength(1);
  });
});

describe('a decision to trust in a form', () => {
  const untrusted = (host: string) =>
    ({
      code: 'certificate-untrusted',
      host,
      reason: 'issuer-unknown',
      certificate: {
        ...{ fingerprint: 'cd'.repeat(32), subject: 'CN=gate', issuer: 'CN=Harbour', names: [host] },
        ...{ validFrom: 0, validTo: 1 },
      },
    }) as const;
  const authority = { mode: 'ca', fingerprint: 'ab'.repeat(32) } as const;

  /** A form in which a CA was trusted for 10.0.4.7. */
  async function trusting() {
    const made = form();
    const { addressProbe, asked, pass } = made;
    const look = async (address: string) => {
      addressProbe.setAddress(address);
      pass(600);
      asked.at(-1)?.answer(fail(untrusted(new URL(`https://${address}`).host)));
      await settle();
    };
    await look('10.0.4.7');
    const trusted = addressProbe.trust(untrusted('10.0.4.7'), authority);
    asked.at(-1)?.answer(ok(findingAt('10.0.4.7')));
    expect(await trusted).toEqual({ ok: true });
    return { ...made, look };
  }

  test('applies to other paths of the same host, and to no other host', async () => {
    const { asked, shown, look } = await trusting();
    await look('10.0.4.7/api');
    expect(asked.at(-1)?.request).toMatchObject({ address: '10.0.4.7/api', trusting: authority });
    await look('10.0.4.8');
    expect(asked.at(-1)?.request).toMatchObject({ address: '10.0.4.8', trusting: null });
    expect(shown.at(-1)).toMatchObject({ kind: 'failed', problem: untrusted('10.0.4.8') });
  });

  test('is requested again once another file was chosen', async () => {
    const { asked, shown, look } = await trusting();
    await look('10.0.4.7/api');
    asked.at(-1)?.answer(fail({ code: 'authority-not-chosen' }));
    await settle();
    expect(asked.at(-1)?.request).toMatchObject({ trusting: null });
    asked.at(-1)?.answer(fail(untrusted('10.0.4.7')));
    await settle();
    expect(shown.at(-1)).toMatchObject({ kind: 'failed', problem: untrusted('10.0.4.7') });
  });

  test('is dropped if it does not make the server trusted', async () => {
    const { addressProbe, asked } = form();
    addressProbe.setAddress('10.0.4.7');
    const trusted = addressProbe.trust(untrusted('10.0.4.7'), authority);
    asked.at(-1)?.answer(fail(untrusted('10.0.4.7')));
    expect(await trusted).toEqual(fail(untrusted('10.0.4.7')));
    addressProbe.start();
    asked.at(-1)?.answer(fail(untrusted('10.0.4.7')));
    await settle();
    expect(asked.at(-1)?.request).toMatchObject({ trusting: null });
  });
});
