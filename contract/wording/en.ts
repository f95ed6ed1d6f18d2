import { bulkLogin, bulkLoginProblems } from './en/bulk-login.ts';
import { checking } from './en/checking.ts';
import { connection, connectionProblems, connectionReasons } from './en/connection.ts';
import { details } from './en/details.ts';
import { diagnostics } from './en/diagnostics.ts';
import { face, faceProblems, faceReasons, pasted } from './en/face.ts';
import { fixes } from './en/fixes.ts';
import { fleetTable } from './en/fleet-table.ts';
import { forms } from './en/forms.ts';
import { handOver, handOverProblems } from './en/hand-over.ts';
import { journal } from './en/journal.ts';
import { keyboard } from './en/keyboard.ts';
import { ending, lease, leaseFixes, leaseProblems } from './en/lease.ts';
import { notShown } from './en/not-shown.ts';
import { notices } from './en/notices.ts';
import { probe } from './en/probe.ts';
import { problems } from './en/problems.ts';
import { reasons } from './en/reasons.ts';
import { remote, remoteSessionProblems } from './en/remote-sessions.ts';
import { settings } from './en/settings.ts';
import { standings } from './en/standings.ts';
import { lock, store } from './en/store.ts';
import { storeProblems, storeReasons } from './en/store-problems.ts';
import { time } from './en/time.ts';
import { list, window } from './en/window.ts';

/** Every text in English: the source of truth for the other languages. */
export const en = {
  window,
  list,
  standings,
  time,
  details,
  checking,
  forms,
  problems: {
    ...problems,
    ...storeProblems,
    ...leaseProblems,
    ...handOverProblems,
    ...remoteSessionProblems,
    ...bulkLoginProblems,
    ...connectionProblems,
    ...faceProblems,
  },
  reasons: { ...reasons, ...storeReasons, ...connectionReasons, ...faceReasons },
  fixes: { ...fixes, ...leaseFixes },
  notices,
  notShown,
  settings,
  handOver,
  face,
  pasted,
  lock,
  store,
  keyboard,
  journal,
  remote,
  diagnostics,
  bulkLogin,
  connection,
  fleetTable,
  lease,
  ending,
  probe,
};

/** The shape of all texts. */
export type Wording = typeof en;
