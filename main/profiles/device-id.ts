import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

const maxComputerLength = 40;

/**
 * The `uuid` that a new profile sends to its server: `ffsm-<computer>-<8 hex>`.
 *
 * The computer name helps administrators to recognize the session; the random part distinguishes profiles.
 */
export function newDeviceId(computer = hostname(), random = randomBytes(4).toString('hex')): string {
  return `ffsm-${plainComputer(computer)}-${random}`;
}

/** The computer name in a device ID of this app; null for device IDs of other programs. */
export function readComputer(deviceId: string): string | null {
  return /^ffsm-([a-z0-9-]+)-[0-9a-f]{8}$/.exec(deviceId)?.[1] ?? null;
}

/** The form of a computer name within device IDs. */
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
