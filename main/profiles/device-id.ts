import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

const maxComputerLength = 40;

/**
 * The `uuid` a new profile shows its server: `ffsm-<computer>-<8 hex>`.
 *
 * The computer's name lets an administrator recognise the session, the random part keeps two profiles apart.
 */
export function newDeviceId(computer = hostname(), random = randomBytes(4).toString('hex')): string {
  return `ffsm-${plainComputer(computer)}-${random}`;
}

/** The computer, in plain letters, whose copy of this app made a device id; null if something else made it. */
export function readComputer(deviceId: string): string | null {
  return /^ffsm-([a-z0-9-]+)-[0-9a-f]{8}$/.exec(deviceId)?.[1] ?? null;
}

/** The name of a computer as its device ids hold it. */
export function plainComputer(computer: string): string {
  const plain = computer
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxComputerLength + 1)
    .replace(/^-|-$/g, '')
    .slice(0, maxComputerLength)
    .replace(/-$/, '');
  return plain === '' ? 'computer' : plain;
}
