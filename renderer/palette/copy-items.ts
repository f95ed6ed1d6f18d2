import { type CopyFormat, formatInForce } from '../../contract/core/copy-format.ts';
import { allFormats } from '../../contract/core/format-groups.ts';
import { countedCopy } from '../../contract/keys.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { AppState, Row } from '../../contract/state.ts';
import type { Translate } from '../../contract/texts.ts';
import { copyTitle } from '../i18n/format-names.ts';

/** An entry that copies a session in one format. */
export interface CopyTarget {
  readonly kind: 'copy';
  readonly profileId: ProfileId;
  readonly format: CopyFormat;
}

interface CopyItem {
  readonly target: CopyTarget;
  readonly title: string;
  readonly used: number;
}

/**
 * The formats in which a session can be copied, but the usual one of its server, which has a command. Without words only
 * those that were used, so that they do not hide the commands.
 */
export function copyItems(
  { profile: { id: profileId, copyFormat } }: Row,
  text: string,
  t: Translate,
  { used, templates }: Pick<AppState, 'used' | 'templates'>,
): readonly CopyItem[] {
  const usual = formatInForce(copyFormat, templates);
  return allFormats(templates)
    .filter((format) => format !== usual)
    .map((format) => ({
      target: { kind: 'copy', profileId, format } as const,
      title: copyTitle(t, format, templates),
      used: used[countedCopy(format)] ?? 0,
    }))
    .filter((item) => text !== '' || item.used > 0);
}
