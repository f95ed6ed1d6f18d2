import type { FaultRow, FaultSection } from './fault-row.ts';
import { packageAndStart, whatPeopleDo } from './rows-of-people.ts';
import { answersOfAServer, certificates, theNetwork } from './rows-of-servers.ts';
import { aHostilePage, atTheSameTime, clockAndSleep, theClipboard } from './rows-of-the-app.ts';
import { theDisk } from './rows-of-the-disk.ts';

/** All faults and bad inputs, by subject. */
export const sections: readonly FaultSection[] = [
  answersOfAServer,
  theNetwork,
  certificates,
  theDisk,
  atTheSameTime,
  clockAndSleep,
  aHostilePage,
  theClipboard,
  whatPeopleDo,
  packageAndStart,
];

/** The same as one list, in order of the numbers. */
export const rows: readonly FaultRow[] = sections.flatMap((section) => section.rows);
