import type { Result } from '../core/result.ts';
import type { EpochMs } from '../core/time.ts';
import type { UpdateProblem } from '../core/update-problem.ts';

/** Whether this copy can be updated, and why not: built without a release key, or not put here by an installer. */
export type UpdateSupport = 'yes' | 'no-key' | 'not-installed';

/** A newer version whose manifest is signed. */
export interface OfferedUpdate {
  readonly version: string;
  /** Bytes of the package. */
  readonly size: number;
  /** When it was released, according to the manifest; null if it does not say. */
  readonly releasedAt: EpochMs | null;
}

/** How a downloaded update is installed: by the app itself, or by a command of the system. */
export type InstallMethod =
  | { readonly kind: 'app' }
  | {
      readonly kind: 'command';
      /** The path of the package. */
      readonly file: string;
      /** The command for a terminal. */
      readonly command: string;
      /** Whether the system can ask for a password and run it. */
      readonly canAskSystem: boolean;
    };

/** How far an update has come. */
export type UpdateStep =
  | {
      readonly kind: 'idle';
      /** The last check that found nothing newer; null if there was none. */
      readonly checkedAt: EpochMs | null;
    }
  | { readonly kind: 'checking' }
  | { readonly kind: 'offered'; readonly update: OfferedUpdate }
  | {
      readonly kind: 'downloading';
      readonly update: OfferedUpdate;
      /** Bytes. */
      readonly received: number;
    }
  | {
      readonly kind: 'ready';
      readonly update: OfferedUpdate;
      readonly method: InstallMethod;
      /** Whether it is installed when the app quits. */
      readonly atQuit: boolean;
    }
  | { readonly kind: 'installing'; readonly update: OfferedUpdate }
  | { readonly kind: 'failed'; readonly problem: UpdateProblem; readonly update: OfferedUpdate | null };

/** What the window shows of updates. */
export interface UpdateState {
  readonly support: UpdateSupport;
  /** An https or http URL, or the path of a folder; null if none. */
  readonly source: string | null;
  /** The version that a person skipped; null if none. */
  readonly skipped: string | null;
  readonly step: UpdateStep;
}

/** The calls about updates. */
export interface UpdateCalls {
  /** Sets the URL of the update source; null removes the source. */
  setUpdateSource(request: { readonly url: string | null }): Promise<Result>;
  /** Lets a person choose a folder as the update source; false if cancelled. */
  chooseUpdateFolder(): Promise<Result<boolean>>;
  checkForUpdate(): Promise<Result>;
  downloadUpdate(): Promise<Result>;
  /** Stops a download. */
  cancelUpdate(): Promise<Result>;
  /** `at-quit`: once a person quits the app. For a method of kind `command`, `now` asks the system. */
  installUpdate(request: { readonly when: 'now' | 'at-quit' }): Promise<Result>;
  /** Does not offer this version again. */
  skipUpdate(): Promise<Result>;
}
