import { addressText, type Profile } from '../../contract/profiles/profile.ts';
import type { LiveFile, LiveFileKind } from '../../contract/sessions/live-files.ts';
import type { Wording } from '../confirmations/confirmation.ts';
import { sanitizeText } from '../servers/http/sanitize-text.ts';

/** Maximum length of a path in a question, in characters. */
const maxPath = 300;

interface Added {
  readonly profile: Profile;
  readonly kind: LiveFileKind;
  readonly path: string;
}

/** The question before a token can be read from a new place. */
export function addQuestion({ profile, kind, path }: Added): Wording {
  return (t, shown) => {
    const { name, userName, environment, address } = shown.profile(profile);
    return {
      message: t('native:confirmations.liveFile.ask', { name }),
      detail: [
        t('native:confirmations.liveFile.detail', { user: userName, address: addressText(address) }),
        sanitizeText(shown.text(path), maxPath),
        t(`native:confirmations.liveFile.kind.${kind}`),
        ...(environment === 'production' ? [t('native:confirmations.liveFile.production')] : []),
        t('native:confirmations.liveFile.ifNotYou'),
      ].join('\n'),
      confirm: t('native:confirmations.liveFile.confirm'),
      cancel: t('native:confirmations.cancel'),
    };
  };
}

interface Read {
  readonly file: LiveFile;
  readonly profile: Profile;
  /** The name of the program; empty if it is not known. */
  readonly program: string;
  /** Its path. */
  readonly path: string;
}

/** The question before a program gets a token from a pipe. */
export function readQuestion({ file, profile, program, path }: Read): Wording {
  const isKnown = program !== '';
  return (t, shown) => {
    const { name, userName, environment, address } = shown.profile(profile);
    const place = (of: string) => ({ path: sanitizeText(shown.text(of), maxPath) });
    return {
      message: isKnown
        ? t('native:confirmations.liveRead.ask', { program, name })
        : t('native:confirmations.liveRead.askUnknown', { name }),
      detail: [
        t('native:confirmations.liveRead.detail', { user: userName, address: addressText(address) }),
        t('native:confirmations.liveRead.file', place(file.path)),
        ...(isKnown ? [t('native:confirmations.liveRead.program', place(path))] : []),
        ...(environment === 'production' ? [t('native:confirmations.liveFile.production')] : []),
        t(`native:confirmations.liveRead.${isKnown ? 'remembered' : 'once'}`),
      ].join('\n'),
      confirm: t('native:confirmations.liveRead.confirm'),
      cancel: t('native:confirmations.cancel'),
    };
  };
}
