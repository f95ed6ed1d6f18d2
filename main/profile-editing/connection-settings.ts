import { X509Certificate } from 'node:crypto';
import { basename } from 'node:path';
import type { CertificateFacts } from '../../contract/core/certificate.ts';
import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { AuthorityFile, ConnectionChoice } from '../../contract/profiles/connection.ts';
import type { Draft, Profile, ProfileId, ProxyChoice, TlsTrust } from '../../contract/profiles/profile.ts';
import type { ClientCertificates } from '../client-certificate/client-certificates.ts';
import { type FileDialogs, readChosenFile } from '../files/chosen-file.ts';
import type { ProbeOutcome } from '../probe/server-probe.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';
import { maxAuthorities } from '../profiles/saved/authorities-schema.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import { readProxyUrl } from '../servers/proxy/proxy-url.ts';
import { type Authority, maxAuthorityFileMb, readAuthorities } from '../servers/tls/authority-file.ts';
import { certificateFacts } from '../servers/tls/certificate-facts.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Vault } from '../vault/vault.ts';
import type { ProfileEditor } from './profile-editor.ts';
import type { ChosenConnection } from './profile-overrides.ts';

interface Deps {
  readonly sessions: SessionStore;
  readonly profileStore: Pick<ProfileStore, 'authority' | 'learnAuthority'>;
  readonly profileEditor: Pick<ProfileEditor, 'connect' | 'edit'>;
  readonly clientCertificates: Pick<ClientCertificates, 'offered' | 'drop'>;
  readonly vault: Pick<Vault, 'keepClientKey' | 'forgetClientKey' | 'whyNoClientKey'>;
  readonly clients: Pick<ClientPool, 'close'>;
  readonly files: FileDialogs;
  readonly now: () => EpochMs;
}

/** Connection settings that were chosen, and the key and chain of a chosen client certificate. */
interface Chosen {
  readonly route: ChosenConnection;
  readonly key: string | null;
}

const nothingChosen: Chosen = { route: {}, key: null };

const kinds = [{ name: 'PEM, DER', extensions: ['pem', 'crt', 'cer', 'der'] }];

/** Lets a person choose the trust and the proxy of a profile. */
export class ConnectionSettings {
  /** The CAs in the file that was chosen last. */
  #offered: readonly Authority[] = [];

  constructor(private readonly deps: Deps) {}

  /** Lets a person choose a CA file; nothing is trusted yet. */
  async choose(): Promise<Result<AuthorityFile | null>> {
    const path = await this.deps.files.open(kinds);
    if (path === null) return ok(null);
    const file = await readChosenFile(path, maxAuthorityFileMb * 1_000_000);
    if (file.kind === 'too-large')
      return fail({ code: 'authority-file-too-large', megabytes: maxAuthorityFileMb });
    if (file.kind === 'io-error') return fail({ code: 'authority-file-unreadable' });
    const found = readAuthorities(file.bytes, this.deps.now());
    if (!found.ok) return found;
    const { authorities, unusable } = found.value;
    this.#offered = authorities;
    return ok({ file: basename(path), authorities: authorities.map(({ facts }) => facts), unusable });
  }

  /** The details of the CA that a profile trusts; null if it trusts none, or the CA is not saved. */
  authorityOf(id: ProfileId): Result<CertificateFacts | null> {
    const { sessions, profileStore } = this.deps;
    const profile = sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const pem = profile.tls.mode === 'ca' ? profileStore.authority(profile.tls.fingerprint) : null;
    return ok(pem === null ? null : certificateFacts(new X509Certificate(pem)));
  }

  /** Changes trust, proxy and client certificate of a profile; an invalid choice changes nothing. */
  async change(id: ProfileId, choice: ConnectionChoice): Promise<Result> {
    const way = this.#chosen(id, choice);
    if (!way.ok) return way;
    const changed = await this.deps.profileEditor.connect(id, way.value.route);
    return changed.ok ? this.#keepKey(id, way.value) : changed;
  }

  /** Changes a profile and its connection settings together; if either is invalid, nothing changes. */
  async edit(
    id: ProfileId,
    draft: Draft,
    probed: ProbeOutcome | null,
    choice: ConnectionChoice | null,
  ): Promise<Result> {
    const way = choice === null ? ok(nothingChosen) : this.#chosen(id, choice);
    if (!way.ok) return way;
    const changed = await this.deps.profileEditor.edit(id, draft, { probed, ...way.value.route });
    return changed.ok ? this.#keepKey(id, way.value) : changed;
  }

  /** The choices that were made; empty if there are none. */
  #chosen(id: ProfileId, choice: ConnectionChoice): Result<Chosen> {
    const before = this.deps.sessions.profile(id);
    if (!before) return fail({ code: 'profile-gone' });
    const proxy = choice.proxy === null ? null : readProxy(choice.proxy);
    if (proxy && !proxy.ok) return proxy;
    const tls = choice.trust === null ? null : this.#trust(before, choice.trust);
    if (tls && !tls.ok) return tls;
    const route = { ...(tls && { tls: tls.value }), ...(proxy && { proxy: proxy.value }) };
    if (choice.certificate === undefined) return ok({ route, key: null });
    if (choice.certificate.mode === 'none') return ok({ route: { ...route, certificate: null }, key: null });
    const { clientCertificates, vault } = this.deps;
    const offered = clientCertificates.offered(choice.certificate.fingerprint);
    if (!offered.ok) return offered;
    const notKept = vault.whyNoClientKey();
    if (notKept) return notKept;
    const { certificate, pem } = offered.value;
    return ok({ route: { ...route, certificate }, key: pem });
  }

  /** Puts the key of a chosen certificate into the vault once the profile names it, or removes that of the last one. */
  async #keepKey(id: ProfileId, { route, key }: Chosen): Promise<Result> {
    const { sessions, vault, clients, clientCertificates } = this.deps;
    if (route.certificate === undefined) return done;
    const profile = sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const kept = await (key === null ? vault.forgetClientKey(id) : vault.keepClientKey(profile, key));
    clientCertificates.drop();
    // A connection with another certificate, or without one, is not reused.
    await clients.close(id);
    return kept;
  }

  #trust(before: Profile, wanted: NonNullable<ConnectionChoice['trust']>): Result<TlsTrust> {
    if (wanted.mode === 'system') return ok(wanted);
    const isTrusted = before.tls.mode === 'ca' && before.tls.fingerprint === wanted.fingerprint;
    return isTrusted ? ok(before.tls) : this.trustAuthority(wanted.fingerprint);
  }

  /** Trust in a CA from the file that was chosen last; the caller decides for which server. */
  trustAuthority(fingerprint: string): Result<TlsTrust> {
    const { profileStore, now } = this.deps;
    // SECURITY: only a CA from a file that a person chose is trusted, not one that the page sends (0016).
    const offered = this.#offered.find(({ facts }) => facts.fingerprint === fingerprint);
    if (offered === undefined) return fail({ code: 'authority-not-chosen' });
    if (!profileStore.learnAuthority({ fingerprint, pem: offered.pem }))
      return fail({ code: 'authorities-full', most: maxAuthorities });
    return ok({ mode: 'ca', fingerprint, trustedAt: now() });
  }
}

function readProxy(wanted: ProxyChoice): Result<ProxyChoice> {
  if (wanted.mode !== 'fixed') return ok(wanted);
  const url = readProxyUrl(wanted.url);
  return url.ok ? ok({ mode: 'fixed', url: url.value }) : url;
}
