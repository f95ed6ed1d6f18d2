import {
  type CopyFormat,
  type CopyTemplate,
  formatInForce,
  isBuiltInFormat,
} from '../../contract/core/copy-format.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { Copied, FormatPreview } from '../../contract/sessions/copying.ts';
import type { AutoLogout } from '../auto-logout/auto-logout.ts';
import type { SecretClipboard } from '../clipboard/secret-clipboard.ts';
import type { Journal } from '../journal/journal.ts';
import type { ShownNames } from '../presentation/shown-names.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { expiryOf, mayOverrule, reasonNotToCopy } from '../token/token-header.ts';
import type { Vault } from '../vault/vault.ts';
import { awaitsHeader } from './commands.ts';
import { type CopyFacts, copyFacts } from './copy-facts.ts';
import { previews, templatePreview, textIn } from './formats.ts';
import { fillTemplate, fitsAnyTemplate } from './template.ts';

interface Deps {
  readonly sessions: SessionStore;
  readonly presentation: Pick<ShownNames, 'profile'>;
  readonly vault: Pick<Vault, 'find'>;
  readonly autoLogout: Pick<AutoLogout, 'isOver'>;
  readonly clipboard: SecretClipboard;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
  readonly clearAfterSeconds: () => number | null;
  readonly templates: () => readonly CopyTemplate[];
  /** The name by which `ffsm` finds a server; null where there is no `ffsm`. */
  readonly ffsmName: (profile: Profile) => Promise<string | null>;
  readonly platform: NodeJS.Platform;
}

/** Copies sessions to the clipboard, in the format that was asked for. */
export class SessionCopy {
  constructor(private readonly deps: Deps) {}

  /** Copies a session, by default in the format of its profile; if it is known to have ended only with `anyway`. */
  async copy(id: ProfileId, anyway: boolean, asked: CopyFormat | null = null): Promise<Result<Copied>> {
    const { sessions, vault, autoLogout, clipboard, now, clearAfterSeconds } = this.deps;
    const ffsmName = await this.#ffsmName(id);
    const profile = sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const session = sessions.session(id);
    const reason = reasonNotToCopy(session, now(), autoLogout.isOver(id));
    if (reason && !(anyway && mayOverrule(reason))) return fail(reason);
    const found = vault.find(profile);
    if (found.kind !== 'token') {
      void sessions.dispatch(id, { type: 'secret-moved', secret: 'unreadable' });
      return fail({ code: 'secret-unreadable' });
    }
    const format = asked ?? formatInForce(profile.copyFormat, this.deps.templates());
    const facts = copyFacts(profile, session, found.token.reveal(), ffsmName);
    const text = this.#textIn(format, facts);
    if (!text.ok) return text;
    const { name, userName, environment } = profile;
    const production = environment === 'production';
    const note = { profileId: id, name, userName, production, format, endsAt: expiryOf(session) };
    const copied = await clipboard.copy(text.value, note, clearAfterSeconds());
    if (!copied.ok) return copied;
    sessions.touch(id);
    this.deps.journal.note('header-copied', profile, {
      ...{ production, anyway: reason !== null },
      ...(format === 'header' ? {} : { format }),
    });
    return ok({ awaitsHeader: awaitsHeader(facts, format) });
  }

  /** What each format of a session looks like; the token is not shown. */
  async previews(id: ProfileId): Promise<Result<readonly FormatPreview[]>> {
    const { sessions, presentation, templates, platform } = this.deps;
    const name = await this.#ffsmName(id);
    const profile = sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const shown = presentation.profile(profile);
    const shownName = name === null || shown === profile ? name : shown.name;
    return ok(previews(copyFacts(shown, sessions.session(id), '', shownName), templates(), platform));
  }

  /** What a template would look like for a profile; the token is not shown. */
  templatePreview(text: string, id: ProfileId): Result<string> {
    const profile: Profile | undefined = this.deps.sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    return ok(templatePreview(text, copyFacts(profile, this.deps.sessions.session(id), '')));
  }

  async #ffsmName(id: ProfileId): Promise<string | null> {
    const profile = this.deps.sessions.profile(id);
    return profile === undefined ? null : this.deps.ffsmName(profile);
  }

  #textIn(format: CopyFormat, facts: CopyFacts): Result<string> {
    if (isBuiltInFormat(format)) return ok(textIn(format, facts, this.deps.platform));
    const template = this.deps.templates().find(({ id }) => id === format);
    if (!template) return fail({ code: 'template-gone' });
    if (!fitsAnyTemplate(facts.token)) return fail({ code: 'token-unsafe' });
    return ok(fillTemplate(template.text, facts));
  }
}
