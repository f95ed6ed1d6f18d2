import type { LockableName } from '../../contract/installation/policy.ts';
import type { Environment, ProxyChoice, ServerAddress } from '../../contract/profiles/profile.ts';
import { defaultSettings, type Settings } from '../../contract/settings.ts';
import type { SavedAuthority } from '../profiles/saved/authorities-schema.ts';

/** Values of a policy; what is missing is not decided. */
export interface PolicyValues {
  readonly settings: Partial<Settings>;
  /** The URL or folder of the update source; null: none. */
  readonly updateSource?: string | null;
}

/** How the policy verifies the certificate of a server. */
export type PolicyTrust =
  | { readonly mode: 'system' }
  | { readonly mode: 'ca'; readonly fingerprint: string }
  | { readonly mode: 'pin'; readonly fingerprint: string };

/** A server that belongs into the list; what is null is up to the person. */
export interface PolicyServer {
  readonly address: ServerAddress;
  readonly name: string | null;
  readonly userName: string | null;
  readonly tags: readonly string[] | null;
  readonly environment: Environment | null;
  readonly trust: PolicyTrust | null;
  readonly proxy: ProxyChoice | null;
}

/** What an organization decides for this computer. Holds no secret. */
export interface Policy {
  /** Instead of the built-in defaults, until a person chooses something else. */
  readonly defaults: PolicyValues;
  /** Whatever a person chooses. */
  readonly locked: PolicyValues;
  readonly authorities: readonly SavedAuthority[];
  readonly servers: readonly PolicyServer[];
  /** Whether people cannot add servers other than those of the policy. */
  readonly lockServers: boolean;
}

/** The result of looking for a policy; a broken one is ignored as a whole. */
export type PolicyFound =
  | { readonly kind: 'none' }
  | { readonly kind: 'policy'; readonly policy: Policy /** Where it was read. */; readonly file: string }
  | {
      readonly kind: 'broken';
      readonly file: string;
      /** The key, line or permission at which it is broken; never a value. */
      readonly where: string;
      /** Whether the file as such is the mistake, not its content. */
      readonly isFile?: true;
    };

/** A computer of nobody but its user. */
export const noPolicy: Policy = {
  defaults: { settings: {} },
  locked: { settings: {} },
  authorities: [],
  servers: [],
  lockServers: false,
};

/** The policy that was found, or that of a computer without one. */
export function policyInForce(found: PolicyFound): Policy {
  return found.kind === 'policy' ? found.policy : noPolicy;
}

/** The settings in force: what is locked, else what a person chose, else the defaults of the policy, else our own. */
export function settingsInForce(chosen: Partial<Settings>, { defaults, locked }: Policy): Settings {
  return { ...defaultSettings, ...defaults.settings, ...chosen, ...locked.settings };
}

/** The update source in force, in the same order; null if there is none. */
export function updateSourceInForce(chosen: string | null, { defaults, locked }: Policy): string | null {
  if (locked.updateSource !== undefined) return locked.updateSource;
  return chosen ?? defaults.updateSource ?? null;
}

/** What cannot be changed under a policy. */
export function lockedNames({ locked, lockServers }: Policy): readonly LockableName[] {
  return [
    ...(Object.keys(locked.settings) as (keyof Settings)[]),
    ...(locked.updateSource === undefined ? [] : (['updateSource'] as const)),
    ...(lockServers ? (['servers'] as const) : []),
  ];
}

/** Whether a policy permits these settings: a locked one can only keep its value. */
export function permitsSettings({ locked }: Policy, wanted: Partial<Settings>): boolean {
  return Object.entries(wanted).every(
    ([name, value]) =>
      !Object.hasOwn(locked.settings, name) || locked.settings[name as keyof Settings] === value,
  );
}

/** The settings of a change that a person chose, and not the policy. */
export function withoutLocked(change: Partial<Settings>, { locked }: Policy): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([name]) => !Object.hasOwn(locked.settings, name)));
}
