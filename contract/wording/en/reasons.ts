import type { UnreachableReason } from '../../core/connection-problem.ts';
import type { DistrustReason, SaveReason } from '../../core/problem.ts';

/** Why something did not come about, as the end of a sentence. */
export const reasons = {
  unreachable: {
    'name-unknown': 'No server has the name {{host}}. Check the address and the network.',
    refused: 'Connection refused by {{host}}. Check the port.',
    'no-route': 'There is no way from this computer to {{host}}. Check the network or the VPN.',
    'connection-lost': 'The connection to {{host}} broke off before the answer was complete.',
    'no-answer-in-time': '{{host}} did not answer in time.',
    other: 'No connection to {{host}} came about.',
  } satisfies Record<UnreachableReason, string>,
  distrust: {
    'self-signed': 'it is self-signed',
    'issuer-unknown': 'this computer does not know its issuer',
    expired: 'it has expired',
    'not-yet-valid': 'it is not valid yet',
    'wrong-host': 'it is made out to another name',
    other: 'it could not be verified',
  } satisfies Record<DistrustReason, string>,
  save: {
    'disk-full': 'the disk is full',
    'not-permitted': 'writing there is not permitted',
    'read-only': 'the disk is read-only',
    'newer-version': 'the file was written by a newer version of this app',
    unreadable: 'the file there cannot be read',
    other: 'the system refused',
  } satisfies Record<SaveReason, string>,
};
