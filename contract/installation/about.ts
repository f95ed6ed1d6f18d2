import type { Result } from '../core/result.ts';

/** How this copy was installed, which decides how it is updated. */
export type InstallKind =
  | 'app-image'
  | 'deb'
  | 'rpm'
  | 'windows-installer'
  | 'windows-portable'
  | 'macos'
  | 'archive'
  | 'source';

/** What a person needs to know of this copy, and support asks for. */
export interface About {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly install: InstallKind;
  /** Name, version and architecture of the system. */
  readonly system: string;
  /** The path of the data folder. */
  readonly dataFolder: string;
  /** Where the policy was read from; null if there is none. */
  readonly policyFile: string | null;
}

/** What changed for people in one version, from the changelog. */
export interface ReleaseNotes {
  readonly version: string;
  readonly groups: readonly { readonly title: string; readonly items: readonly string[] }[];
}

/** The calls about this copy of the app. */
export interface AboutCalls {
  readAbout(): Promise<Result<About>>;
  /** Names, versions and license texts of everything that is bundled. */
  readLicenses(): Promise<Result<string>>;
  /** The versions after the one that ran before, the newest first; without one, this version. */
  readReleaseNotes(): Promise<Result<readonly ReleaseNotes[]>>;
  /** The person has seen what is new. */
  dismissReleaseNotes(): Promise<Result>;
}
