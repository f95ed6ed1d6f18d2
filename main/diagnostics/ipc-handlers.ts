import { basename } from 'node:path';
import type { CertificateFacts } from '../../contract/core/certificate.ts';
import { ok } from '../../contract/core/result.ts';
import type { DiagnosticsCalls } from '../../contract/diagnostics.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { type FileDialogs, writeChosenFile } from '../files/chosen-file.ts';
import type { Journal } from '../journal/journal.ts';
import type { AppLog } from '../log/app-log.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { LiveState } from '../state/live-state.ts';
import { reportText } from './diagnostics-report.ts';
import { Pseudonymizer } from './pseudonymizer.ts';
import { identifyingNames, runtimeFacts } from './runtime-facts.ts';

/** What the report is made from. */
export interface DiagnosticsHandlerDeps {
  readonly live: LiveState;
  readonly clients: ClientPool;
  readonly journal: Journal;
  readonly appLog: AppLog;
  readonly files: FileDialogs;
}

const everything = { profileId: null, kind: null, text: '' };
const linesShown = 200;

/** Handlers of the calls about the diagnostics report. */
export function diagnosticsHandlers(parts: DiagnosticsHandlerDeps): DiagnosticsCalls {
  // The text that was shown is what is saved; the page never sends the text.
  let prepared: string | null = null;
  const prepare = async (): Promise<string> => {
    prepared = await buildReport(parts);
    return prepared;
  };
  return {
    prepareDiagnostics: async () => ok(await prepare()),
    saveDiagnostics: async () => {
      const text = prepared ?? (await prepare());
      const name = `ffsm-diagnostics-${new Date().toISOString().slice(0, 10)}.json`;
      const path = await parts.files.save(name, [{ name: 'JSON', extensions: ['json'] }]);
      if (path === null) return ok(null);
      const written = await writeChosenFile(path, text);
      return written.ok ? ok(basename(path)) : written;
    },
  };
}

async function buildReport({ live, clients, journal, appLog }: DiagnosticsHandlerDeps): Promise<string> {
  const state = live.read();
  const certificates = new Map<ProfileId, CertificateFacts>();
  for (const { profile } of state.rows) {
    const certificate = (await clients.known(profile.id))?.certificate;
    if (certificate) certificates.set(profile.id, certificate);
  }
  const facts = {
    at: Date.now(),
    state,
    runtime: runtimeFacts(),
    certificates,
    journal: await journal.readAll(everything),
    logLines: await appLog.file.tail(linesShown),
    ownNames: identifyingNames(),
  };
  return reportText(facts, new Pseudonymizer());
}
