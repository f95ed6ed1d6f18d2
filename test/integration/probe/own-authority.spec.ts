import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { type Issued, issue, printOf } from '../../support/servers/small-authority.ts';

const harbour = issue('Harbour', { ca: true });
const airport = issue('Airport', { ca: true });
const leaf = issue('gate', { issuer: harbour, names: ['127.0.0.1'] });
const certificate = { key: leaf.key, cert: leaf.chain };

const draft = (address: string) => sampleDraft({ address, name: 'Depot', userName: operator.name });

/** Chooses a CA file. */
async function choose({ files, folder, parts }: HeadlessApp, { cert }: Issued): Promise<void> {
  files.chosen = join(folder, 'authority.pem');
  await writeFile(files.chosen, cert);
  expect(await parts.connectionSettings.choose()).toMatchObject({ ok: true });
}

const look = ({ parts }: HeadlessApp, address: string, { cert }: Issued) =>
  parts.serverProbe.probe({
    address,
    trusting: { mode: 'ca', fingerprint: printOf(cert) },
    profileId: null,
  });

async function findingAt(app: HeadlessApp, address: string, authority: Issued): Promise<string> {
  const found = await look(app, address, authority);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value.id;
}

const addByLogin = ({ parts }: HeadlessApp, address: string, finding: string | null) =>
  parts.firstLogin.run({
    ...{ draft: draft(address), finding, like: null },
    ...{ password: operator.password, faceToken: null, keepPassword: false },
  });

const notChosen = { ok: false, problem: { code: 'authority-not-chosen' } };

describe('a server that is added under a custom CA', () => {
  test('is verified with it, logged in to and saved with it', async ({ app, serve }) => {
    const server = await serve({ certificate });
    await choose(app, harbour);
    const found = await look(app, server.base, harbour);
    expect(found).toMatchObject({ ok: true, value: { certificate: { judgedBy: 'ca' } } });
    const sent = server.requests.map(({ headers }) => [headers.authorization, headers['x-uuid']]);
    expect(sent.flat().filter(Boolean), 'nothing secret goes out before').toEqual([]);
    const added = await addByLogin(app, server.base, found.ok ? found.value.id : null);
    if (!added.ok) throw new Error(added.problem.code);
    const trust = { mode: 'ca', fingerprint: printOf(harbour.cert) };
    expect(app.row(added.value)).toMatchObject({ profile: { tls: trust }, session: { phase: 'active' } });
    const later = await app.restart();
    expect(later.row(added.value).profile.tls).toMatchObject(trust);
    expect(await later.parts.checks.check(added.value, true)).toEqual({ ok: true });
    expect(later.row(added.value).session).toMatchObject({ lastCheck: { verdict: 'accepted' } });
  });

  test('is saved with it without a log-in, even if another file is chosen meanwhile', async ({
    app,
    serve,
  }) => {
    const server = await serve({ certificate });
    await choose(app, harbour);
    const finding = await findingAt(app, server.base, harbour);
    await choose(app, airport);
    const { serverProbe, profileEditor } = app.parts;
    const added = await profileEditor.add(draft(server.base), serverProbe.found(finding, server.base));
    if (!added.ok) throw new Error(added.problem.code);
    const { parts } = await app.restart();
    expect(parts.connectionSettings.authorityOf(added.value)).toMatchObject({
      value: { subject: 'CN=Harbour', fingerprint: printOf(harbour.cert) },
    });
    expect(await parts.logins.login(added.value, operator.password, null)).toEqual({ ok: true });
  });

  test('is not contacted under a CA that the page names but nobody chose', async ({ app, serve }) => {
    const server = await serve({ certificate });
    expect(await look(app, server.base, harbour), 'no file was chosen').toEqual(notChosen);
    await choose(app, harbour);
    await choose(app, airport);
    expect(await look(app, server.base, harbour), 'of a file before the last').toEqual(notChosen);
    const own = { ...leaf, cert: leaf.cert };
    expect(await look(app, server.base, own), 'the certificate of the server itself').toEqual(notChosen);
    expect(server.connections).toBe(0);
    expect(await addByLogin(app, server.base, null)).toMatchObject({
      problem: { code: 'address-not-confirmed' },
    });
  });

  test('gets no byte under a CA that did not issue its certificate', async ({ app, serve }) => {
    const server = await serve({ certificate });
    await choose(app, airport);
    expect(await look(app, server.base, airport)).toMatchObject({
      problem: { code: 'certificate-untrusted', certificate: { fingerprint: printOf(leaf.cert) } },
    });
    expect(server.connections).toBeGreaterThan(0);
    expect(server.requests).toEqual([]);
  });

  test('does not share its CA with another address', async ({ app, serve }) => {
    const [server, other] = [await serve({ certificate }), await serve({ certificate })];
    await choose(app, harbour);
    const finding = await findingAt(app, server.base, harbour);
    expect(await addByLogin(app, other.base, finding)).toMatchObject({
      problem: { code: 'address-not-confirmed' },
    });
    const { serverProbe, profileEditor } = app.parts;
    const added = await profileEditor.add(draft(other.base), serverProbe.found(finding, other.base));
    if (!added.ok) throw new Error(added.problem.code);
    expect(app.row(added.value).profile.tls).toEqual({ mode: 'system' });
    expect(other.requests).toEqual([]);
  });
});
