import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { Profile, ProfileId, TlsTrust } from '../../contract/profiles/profile.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { ChosenEntry, ImportCounts } from '../../contract/transfer.ts';
import type { ProfileEditor } from '../profile-editing/profile-editor.ts';
import type { ProfileOverrides } from '../profile-editing/profile-overrides.ts';
import { certificateOfKey } from '../servers/tls/client-certificate.ts';
import { restoreSession } from '../sessions/saved-session.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Runs } from '../state/runs.ts';
import type { RestoredSecrets, TransferSecrets } from './formats/secrets.ts';
import { changesProxy, ownAuthority, type PlannedEntry } from './import-plan.ts';

interface Deps {
  readonly sessions: SessionStore;
  readonly profileEditor: ProfileEditor;
  readonly secrets: TransferSecrets;
  readonly runs: Pick<Runs, 'each'>;
  readonly now: () => EpochMs;
}

/** An entry that the person selected. */
interface Ticked {
  readonly planned: PlannedEntry;
  readonly chosen: ChosenEntry;
}

/** Applies the selected entries of an import plan, and nothing else. */
export class ImportApplier {
  constructor(private readonly deps: Deps) {}

  async apply(plan: readonly PlannedEntry[], chosen: readonly ChosenEntry[]): Promise<ImportCounts> {
    const monotonicNow = new Map(chosen.map((one) => [one.entry, one]));
    const ticked = plan.flatMap((planned): Ticked[] => {
      const one = monotonicNow.get(planned.shown.entry);
      return one ? [{ planned, chosen: one }] : [];
    });
    const added = await this.#addNew(ticked.filter(({ planned }) => planned.shown.kind === 'new'));
    const changed = await this.#changeKnown(ticked.filter(({ planned }) => planned.shown.kind === 'changed'));
    const sessions = await this.#restoreSecrets([...added.done, ...changed.done]);
    return {
      added: added.done.size,
      changed: changed.done.size,
      sessions,
      failed: added.failed + changed.failed,
      left: changed.left,
    };
  }

  async #addNew(ticked: readonly Ticked[]) {
    const results = await this.deps.profileEditor.addAll(
      ticked.map((one) => ({ draft: one.planned.draft, brought: this.#overrides(one) })),
    );
    return tally(ticked, results);
  }

  async #changeKnown(ticked: readonly Ticked[]) {
    const results: Result<ProfileId>[] = [];
    // One after another, since a name that one entry gives up may be the new name of the next.
    const reached = await this.deps.runs.each('import', ticked, 1, async (one) => {
      results.push(await this.#change(one));
    });
    return { ...tally(reached, results), left: ticked.length - reached.length };
  }

  async #change(one: Ticked): Promise<Result<ProfileId>> {
    const { profileEditor } = this.deps;
    const { target, draft, shown } = one.planned;
    if (!target || shown.kind !== 'changed') return fail({ code: 'profile-gone' });
    const { deviceId, ...brought } = this.#overrides(one);
    const isEdited = shown.changes.length > 0;
    const carried = await (isEdited
      ? profileEditor.edit(target.id, draft, brought)
      : profileEditor.bring(target.id, brought));
    return carried.ok ? ok(target.id) : carried;
  }

  #overrides({ planned, chosen }: Ticked): ProfileOverrides {
    const { incoming, shown } = planned;
    const pin = 'pin' in shown && chosen.withPin ? shown.pin : null;
    const tls: TlsTrust | null =
      pin === null ? null : { mode: 'pin', fingerprint: pin, trustedAt: this.deps.now() };
    return {
      ...(incoming.favourite === null ? {} : { favourite: incoming.favourite }),
      // Servers that are here already are neither hidden nor shown.
      ...(incoming.hidden && planned.target === null ? { hidden: incoming.hidden } : {}),
      ...(incoming.kept === null ? {} : { deviceId: incoming.kept.deviceId }),
      ...(tls === null ? {} : { tls }),
      ...(incoming.proxy && planned.target === null ? { proxy: incoming.proxy } : {}),
    };
  }

  async #restoreSecrets(done: readonly (readonly [Ticked, ProfileId])[]): Promise<number> {
    const { sessions, profileEditor, secrets, now } = this.deps;
    const restored: (RestoredSecrets & { readonly ticked: Ticked })[] = [];
    for (const [ticked, id] of done) {
      const profile = sessions.profile(id);
      const { shown, incoming } = ticked.planned;
      const offered = 'secrets' in shown && shown.secrets !== 'none' && ticked.chosen.withSecrets;
      const { kept } = incoming;
      // SECURITY: secrets are restored only for the server and trust they were backed up with.
      if (!offered || !profile || !kept || !isAsBackedUp(profile, ticked.planned)) continue;
      if (hasToken(stableSession(sessions.session(id)))) await profileEditor.endSession(id);
      // The certificate that a profile has already stays.
      const certificate = profile.clientCertificate ? null : certificateOfKey(kept.clientKey);
      const presented = certificate === null ? {} : { clientCertificate: certificate };
      await profileEditor.bring(id, { deviceId: kept.deviceId, ...presented });
      const present = sessions.profile(id);
      if (present && isAsBackedUp(present, ticked.planned))
        restored.push({
          ...{ profile: present, token: kept.token, password: kept.password, ticked },
          clientKey: certificate === null ? null : kept.clientKey,
        });
    }
    const kept = await secrets.keepAll(restored);
    for (const { profile, token, ticked } of restored) {
      const found = kept.get(profile.id);
      const facts = ticked.planned.incoming.kept?.session ?? null;
      const session = restoreSession(facts);
      if (found?.passwordKept) sessions.setPasswordKept(profile.id, true);
      if (token === null || !found?.secret || !hasToken(session)) continue;
      const restoredSession = { ...session, secret: found.secret };
      void sessions.dispatch(profile.id, { type: 'session-restored', session: restoredSession, now: now() });
    }
    return restored.length;
  }
}

function isAsBackedUp(profile: Profile, { shown, incoming }: PlannedEntry): boolean {
  const { origin, basePath } = profile.address;
  const pin = profile.tls.mode === 'pin' ? profile.tls.fingerprint : null;
  return (
    origin + basePath === shown.address &&
    profile.userName === shown.userName &&
    pin === incoming.pin &&
    ownAuthority(profile) === (incoming.authority ?? null) &&
    changesProxy(incoming, profile)
  );
}

function tally(ticked: readonly Ticked[], results: readonly Result<ProfileId>[]) {
  const done = new Map<Ticked, ProfileId>();
  ticked.forEach((one, at) => {
    const result = results[at];
    if (result?.ok) done.set(one, result.value);
  });
  return { done, failed: ticked.length - done.size };
}
