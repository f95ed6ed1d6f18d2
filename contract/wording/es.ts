import { bulkLogin, bulkLoginProblems } from './es/bulk-login.ts';
import { checking } from './es/checking.ts';
import { connection, connectionProblems, connectionReasons } from './es/connection.ts';
import { details } from './es/details.ts';
import { diagnostics } from './es/diagnostics.ts';
import { face, faceProblems, faceReasons, pasted } from './es/face.ts';
import { fixes } from './es/fixes.ts';
import { fleetTable } from './es/fleet-table.ts';
import { forms } from './es/forms.ts';
import { handOver, handOverProblems } from './es/hand-over.ts';
import { journal } from './es/journal.ts';
import { keyboard } from './es/keyboard.ts';
import { ending, lease, leaseFixes, leaseProblems } from './es/lease.ts';
import { notShown } from './es/not-shown.ts';
import { notices } from './es/notices.ts';
import { probe } from './es/probe.ts';
import { problems } from './es/problems.ts';
import { reasons } from './es/reasons.ts';
import { remote, remoteSessionProblems } from './es/remote-sessions.ts';
import { settings } from './es/settings.ts';
import { standings } from './es/standings.ts';
import { lock, store } from './es/store.ts';
import { storeProblems, storeReasons } from './es/store-problems.ts';
import { time } from './es/time.ts';
import { list, window } from './es/window.ts';

/** Every text in Spanish. */
export const es = {
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
