import { bulkLogin, bulkLoginProblems } from './ru/bulk-login.ts';
import { checking } from './ru/checking.ts';
import { connection, connectionProblems, connectionReasons } from './ru/connection.ts';
import { details } from './ru/details.ts';
import { diagnostics } from './ru/diagnostics.ts';
import { face, faceProblems, faceReasons, pasted } from './ru/face.ts';
import { fixes } from './ru/fixes.ts';
import { fleetTable } from './ru/fleet-table.ts';
import { forms } from './ru/forms.ts';
import { handOver, handOverProblems } from './ru/hand-over.ts';
import { journal } from './ru/journal.ts';
import { keyboard } from './ru/keyboard.ts';
import { ending, lease, leaseFixes, leaseProblems } from './ru/lease.ts';
import { notShown } from './ru/not-shown.ts';
import { notices } from './ru/notices.ts';
import { probe } from './ru/probe.ts';
import { problems } from './ru/problems.ts';
import { reasons } from './ru/reasons.ts';
import { remote, remoteSessionProblems } from './ru/remote-sessions.ts';
import { settings } from './ru/settings.ts';
import { standings } from './ru/standings.ts';
import { lock, store } from './ru/store.ts';
import { storeProblems, storeReasons } from './ru/store-problems.ts';
import { time } from './ru/time.ts';
import { list, window } from './ru/window.ts';

/** Every text in Russian. */
export const ru = {
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
