import type { ProgramAccessCalls } from '../../contract/sessions/program-access.ts';
import type { CliSwitch } from './cli-switch.ts';

/** What the handlers of the calls about programs need. */
export interface ProgramAccessHandlerDeps {
  /** Loaded once the vault is open. */
  readonly cli: () => Promise<Pick<CliSwitch, 'endAccess'>>;
}

/** Handlers of the calls about programs that ask with `ffsm`. */
export function programAccessHandlers({ cli }: ProgramAccessHandlerDeps): ProgramAccessCalls {
  return {
    endProgramAccess: async ({ accessId }) => (await cli()).endAccess(accessId),
  };
}
