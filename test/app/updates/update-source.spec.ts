import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { createEngine } from '../../../main/electron/updates/engine.ts';
import { readReleaseKeys, releaseKeyText } from '../../../main/updates/release-keys.ts';
import { test as base, type RunningApp } from '../../support/app/app.ts';
import {
  firstKey,
  listedFile,
  manifestOf,
  signatureOf,
  strangeKey,
} from '../../support/updates/signed-manifests.ts';
import { endless, type SourceAnswer, SourceServer, statusWith } from '../../support/updates/source-server.ts';

const name = 'latest-linux.yml';
const file = 'findface-session-manager-1.0.1-linux-amd64.deb';
const content = Buffer.alloc(3_000_000, 'a package ');
const manifest = manifestOf('1.0.1', [listedFile(file, content)]);
const signature = Buffer.from(signatureOf(name, manifest, firstKey.privateKey));
const good = { [name]: manifest, [`${name}.sig`]: signature, [file]: content };

interface Fixtures {
  readonly start: (files: Readonly<Record<string, SourceAnswer>>) => Promise<SourceServer>;
  readonly running: RunningApp;
  readonly cache: string;
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  start: async ({}, use) => {
    const servers: SourceServer[] = [];
    await use(async (files) => {
      const server = await SourceServer.start(files);
      servers.push(server);
      return server;
    });
    for (const server of servers) server.close();
  },
  running: async ({ launch, dataFolder }, use) => {
    const folder = join(import.meta.dirname, '../../support/updates/engine-app');
    await use(await launch({ folder, env: { XDG_CACHE_HOME: join(dataFolder, 'cache') } }));
  },
  cache: async ({ dataFolder }, use) =>
    use(join(dataFolder, 'cache/findface-session-manager-updater/pending')),
});

/** Looks for an update in the running app, and downloads it if there is one. */
function update({ electron }: RunningApp, url: string, giveUpAfter = Number.POSITIVE_INFINITY) {
  const keys = [releaseKeyText(firstKey.publicKey)];
  return electron.evaluate(
    async (_electron, [keys, url, giveUpAfter]) => {
      const { loadEngine } = globalThis as unknown as {
        loadEngine: () => Promise<{ createEngine: typeof createEngine }>;
      };
      const { createPublicKey } = process.getBuiltinModule('node:crypto');
      const start = Buffer.from('302a300506032b6570032100', 'hex');
      const read = keys.map((key) =>
        createPublicKey({
          key: Buffer.concat([start, Buffer.from(key, 'base64')]),
          format: 'der',
          type: 'spki',
        }),
      );
      const copy = { kind: 'deb', arch: 'x64', version: '1.0.0', platform: 'linux' } as const;
      const engine = (await loadEngine()).createEngine(copy, read);
      const stopping = new AbortController();
      const source = { kind: 'url', url } as const;
      const found = await engine.check(source, stopping.signal);
      if (!found.ok || !found.value) return { found, seen: [], downloaded: null };
      const seen: number[] = [];
      const onBytes = (received: number) => {
        seen.push(received);
        if (received > giveUpAfter) stopping.abort();
      };
      return {
        found,
        seen,
        downloaded: await engine.download(source, found.value, onBytes, stopping.signal),
      };
    },
    [keys, url, giveUpAfter] as const,
  );
}

const unreachable = (url: string) => ({
  ok: false,
  problem: { code: 'update-source-unreachable', source: url },
});
const changed = { ok: false, problem: { code: 'update-package-changed', version: '1.0.1' } };

test.describe('a source of updates', () => {
  test('is asked for a manifest, its signature and a package, and learns nothing of this copy', async ({
    running,
    start,
    dataFolder,
  }) => {
    expect(readReleaseKeys([releaseKeyText(firstKey.publicKey)])).toHaveLength(1);
    const server = await start(good);
    const { downloaded, found } = await update(running, server.url);
    expect(found).toMatchObject({ ok: true, value: { version: '1.0.1', size: content.length } });
    if (!downloaded?.ok) throw new Error(JSON.stringify(downloaded));
    expect((await readFile(downloaded.value.path)).equals(content)).toBe(true);
    expect(server.asked.map(({ path }) => path)).toEqual([`/${name}`, `/${name}.sig`, `/${file}`]);
    const headers = JSON.stringify(server.asked.map((one) => one.headers));
    expect(headers).not.toMatch(/staging|cookie|referer|authorization|[0-9a-f]{8}-[0-9a-f]{4}/i);
    expect(existsSync(join(dataFolder, '.updaterId'))).toBe(false);
  });

  test('cannot send the app elsewhere', async ({ running, start }) => {
    const other = await start(good);
    for (const target of ['file:///etc/passwd', other.url + name, 'data:,x', '/elsewhere']) {
      for (const status of [301, 302, 307, 308]) {
        const server = await start({ ...good, [name]: statusWith(status, 'Location', target) });
        expect((await update(running, server.url)).found).toEqual(unreachable(server.url));
      }
      const server = await start({ ...good, [file]: statusWith(302, 'Location', target) });
      expect((await update(running, server.url)).downloaded).toEqual(unreachable(server.url));
    }
    const moved: SourceAnswer = (_request, response) =>
      response.writeHead(200, { Location: other.url + file }).end(content);
    const server = await start({ ...good, [file]: moved });
    expect((await update(running, server.url)).downloaded).toEqual(changed);
    expect(other.asked).toEqual([]);
  });

  test('without an end fills neither the memory nor the disk', async ({ running, start, cache }) => {
    const broken = (url: string) => ({ ok: false, problem: { code: 'update-manifest-broken', source: url } });
    const answers = [endless(manifest), endless(signature), endless(content)] as const;
    const manifests = await start({ ...good, [name]: answers[0] });
    expect((await update(running, manifests.url)).found).toEqual(broken(manifests.url));
    const signatures = await start({ ...good, [`${name}.sig`]: answers[1] });
    expect((await update(running, signatures.url)).found).toEqual(broken(signatures.url));
    const packages = await start({ ...good, [file]: answers[2] });
    expect((await update(running, packages.url)).downloaded).toEqual(changed);
    // What the buffers between take is a few MB.
    for (const { sent } of answers) expect(sent).toBeLessThan(50_000_000);
    expect(await readdir(cache)).toEqual([]);
  });

  test('is refused with what was changed, is cut short, or asks for a password', async ({
    running,
    start,
    cache,
  }) => {
    const strange = Buffer.from(signatureOf(name, manifest, strangeKey.privateKey));
    const unsigned = await start({ [name]: manifest, [file]: content });
    expect((await update(running, unsigned.url)).found).toMatchObject({
      problem: { code: 'update-not-signed' },
    });
    const forged = await start({ ...good, [`${name}.sig`]: strange });
    expect((await update(running, forged.url)).found).toMatchObject({
      problem: { code: 'update-signature-wrong' },
    });
    expect([...unsigned.asked, ...forged.asked].map(({ path }) => path)).not.toContain(`/${file}`);

    const other = Buffer.from(content);
    other[1_000_000] = 0;
    const exchanged = await start({ ...good, [file]: other });
    expect((await update(running, exchanged.url)).downloaded).toEqual(changed);
    const short = await start({ ...good, [file]: content.subarray(1) });
    expect((await update(running, short.url)).downloaded).toEqual(changed);
    const cut: SourceAnswer = (_request, response) => {
      response.writeHead(200, { 'Content-Length': content.length });
      response.write(content.subarray(0, 1_000_000), () => response.destroy());
    };
    const closing = await start({ ...good, [file]: cut });
    expect((await update(running, closing.url)).downloaded).toEqual(unreachable(closing.url));
    const asking = await start({ ...good, [file]: statusWith(401, 'WWW-Authenticate', 'Basic realm="x"') });
    expect((await update(running, asking.url)).downloaded).toEqual(unreachable(asking.url));
    expect(await readdir(cache)).toEqual([]);
  });

  test('is left at once when a download is given up', async ({ running, start, cache }) => {
    const slow: SourceAnswer = (_request, response) => {
      response.writeHead(200, { 'Content-Length': content.length });
      const sending = setInterval(() => response.write(Buffer.alloc(50_000)), 100);
      response.on('close', () => clearInterval(sending));
    };
    const server = await start({ ...good, [file]: slow });
    const { seen, downloaded } = await update(running, server.url, 60_000);
    expect(seen.length).toBeGreaterThan(0);
    expect(downloaded?.ok).toBe(false);
    expect(await readdir(cache)).toEqual([]);
  });
});
