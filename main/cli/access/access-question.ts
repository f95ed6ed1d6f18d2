import { addressText } from '../../../contract/profiles/profile.ts';
import type { Translate } from '../../i18n/load-texts.ts';
import { sanitizeText } from '../../servers/http/sanitize-text.ts';
import { callerName } from '../caller/caller.ts';
import type { PermissionSpan } from './permissions.ts';
import type { Wanted } from './session-access.ts';

const maxPath = 300;

/** The question before a program gets a token: the spans that can be chosen, the shortest first. */
export interface AccessQuestion {
  readonly message: string;
  readonly detail: string;
  readonly spans: readonly { readonly span: PermissionSpan; readonly label: string }[];
  readonly deny: string;
}

/** The question in the language of the window. */
export function accessQuestion(t: Translate, { profile, use, caller }: Wanted): AccessQuestion {
  const { name, userName, environment, address } = profile;
  const program = callerName(caller);
  const { identity, parent, pid } = caller;
  return {
    message:
      program === ''
        ? t(`native:confirmations.cliAccess.${use}.askUnknown`, { name })
        : t(`native:confirmations.cliAccess.${use}.ask`, { program, name }),
    detail: [
      t('native:confirmations.cliAccess.detail', { user: userName, address: addressText(address) }),
      ...(caller.program === null
        ? []
        : [
            t('native:confirmations.cliAccess.program', {
              path: sanitizeText(caller.program, maxPath),
              pid: String(pid),
            }),
          ]),
      ...(parent === null
        ? []
        : [t('native:confirmations.cliAccess.parent', { path: sanitizeText(parent, maxPath) })]),
      ...(environment === 'production' ? [t('native:confirmations.cliAccess.production')] : []),
      t(`native:confirmations.cliAccess.${use}.ifNotYou`),
    ].join('\n'),
    // SECURITY: no permission is kept for a program that cannot be told from others (0052).
    spans: (identity === null ? (['once'] as const) : (['once', 'hour', 'until-lock'] as const)).map(
      (span) => ({ span, label: t(`native:confirmations.cliAccess.spans.${span}`) }),
    ),
    deny: t('native:confirmations.cliAccess.deny'),
  };
}
