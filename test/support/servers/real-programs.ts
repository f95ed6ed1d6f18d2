import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programPath, type UnpackedProgram } from '../../../scripts/system/unpacked-packages.ts';
import type { Issued } from './small-authority.ts';

/** A running server program from the system's packages. */
export interface RealProgram {
  readonly port: number;
  end(): Promise<void>;
}

/** The programs that are not available here; reported, since tests are skipped without them. */
export async function missingPrograms(...names: readonly UnpackedProgram[]): Promise<readonly string[]> {
  const paths = await Promise.all(names.map(programPath));
  const missing = names.filter((_, place) => paths[place] === undefined);
  for (const name of missing)
    process.stderr.write(`SKIPPED: ${name} neither is installed nor could be downloaded and started.\n`);
  return missing;
}

/** A real nginx with TLS in front of a plain HTTP server; with `clientCa` it lets in only clients of this CA. */
export async function nginxBefore(
  target: string,
  { chain, key }: Issued,
  port?: number,
  clientCa?: string,
): Promise<RealProgram> {
  const listen = port ?? (await freePort());
  return start('nginx', listen, (folder) => {
    writeFileSync(join(folder, 'chain.pem'), chain);
    writeFileSync(join(folder, 'key.pem'), key);
    if (clientCa !== undefined) writeFileSync(join(folder, 'clients.pem'), clientCa);
    const clients = clientCa === undefined ? '' : 'ssl_client_certificate clients.pem; ssl_verify_client on;';
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const config = [
      'daemon off; master_process off; pid nginx.pid; events {}',
      'http {',
      ...paths.map((name) => `  ${name}_temp_path ${join(folder, name)};`),
      '  access_log off;',
      "  map $http_upgrade $wanted { default upgrade; '' ''; }",
      '  proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $wanted;',
      `  server { listen 127.0.0.1:${listen} ssl; ssl_certificate chain.pem; ssl_certificate_key key.pem; ${clients}`,
      `    location / { proxy_pass ${target}; } }`,
      '}',
    ];
    writeFileSync(join(folder, 'nginx.conf'), config.join('\n'));
    return ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
  });
}

/** A real tinyproxy without restrictions. */
export async function tinyproxy(): Promise<RealProgram> {
  const port = await freePort();
  return start('tinyproxy', port, (folder) => {
    const config = join(folder, 'tinyproxy.conf');
    writeFileSync(config, `Port ${port}\nListen 127.0.0.1\nTimeout 60\nMaxClients 20\n`);
    return ['-d', '-c', config];
  });
}

async function start(
  name: UnpackedProgram,
  port: number,
  prepare: (folder: string) => readonly string[],
): Promise<RealProgram> {
  const folder = mkdtempSync(join(tmpdir(), `ffsm-${name}-`));
  const program = await programPath(name);
  if (program === undefined) throw new Error(`There is no ${name} here`);
  const child = spawn(program, prepare(folder), { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString();
  });
  await answering(port, child, () => said);
  return {
    port,
    end: async () => {
      const ended = child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : null;
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(port: number, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`It ended at once: ${said()}`);
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('close', () => socket.destroy());
      socket.once('connect', () => socket.destroy());
    });
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
