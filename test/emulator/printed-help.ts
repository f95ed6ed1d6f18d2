import type { Emulator } from './emulator.ts';
import type { SwitchBoard } from './switches/switch-board.ts';
import { showValue } from './switches/switch-line.ts';
import { type SwitchName, switchNames, switchTable } from './switches/switch-table.ts';

/** The usage of the program. */
export const usage = `npm run emulator -- [options]

  --port N               port to listen on; 8080 unless given, 0 takes a free one
  --host ADDRESS         address to listen on; 127.0.0.1 unless given
  --https                HTTPS with a self-signed certificate made at start
  --api                  the API lives under /api
  --auth-type TYPE       ${switchTable.authType.values}
  --session-seconds N    life of a token
  --fault NAME=VALUE     any switch below; may be repeated
  --help                 this text and the list of switches
`;

/** The text that is printed once the server listens. */
export function describeStart(emulator: Emulator): string {
  const users = emulator.users.map(
    ({ name, password, realName, role, active }) =>
      `  ${name.padEnd(12)} ${password.padEnd(20)} ${roleName(role)}, ${realName}${active ? '' : ' (switched off)'}`,
  );
  return `FindFace emulator: ${emulator.base}

Users
${users.join('\n')}

Switches
${describeSwitches(emulator.switches)}

${howToChange(emulator)}`;
}

/** Every switch with its value, its possible values and its description. */
export function describeSwitches(board: SwitchBoard): string {
  const lines = switchNames.map((name) => {
    const { values, does } = switchTable[name];
    return `  ${position(name, board.now[name]).padEnd(36)} ${does}\n${' '.repeat(39)}[${values}]`;
  });
  const limited = board.limited.flatMap(({ where, changes }) =>
    (Object.keys(changes) as SwitchName[]).map((name) => `  ${position(name, changes[name] ?? '')}@${where}`),
  );
  return [...lines, ...limited].join('\n');
}

function howToChange(emulator: Emulator): string {
  const insecure = emulator.origin.startsWith('https') ? '-k ' : '';
  return `Change a switch while it runs: type one of these and press Enter, or send it:
  authType=face                         for every path
  proxyError=503@/users/me/             for one path, written without /api
  captivePortal=on@POST /auth/login/    for one method of one path
  reset                                 everything as it was at the start
  curl ${insecure}${emulator.origin}/.emulator/switches -d 'proxyError=503@/users/me/'
`;
}

function position(name: SwitchName, value: Parameters<typeof showValue>[0]): string {
  return `${name}=${showValue(value)}`;
}

function roleName(role: 1 | 2 | 3): string {
  return { 1: 'Administrator', 2: 'Operator', 3: 'User' }[role];
}
