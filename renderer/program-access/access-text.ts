import { formatTime } from '../../contract/i18n/format-time.ts';
import type { ProgramAccess } from '../../contract/sessions/program-access.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';

/** Says what a program may do until when: "python3.11 can read the token of Airport until 18:05". */
export function useAccessText(): (access: ProgramAccess) => string {
  const t = useTranslate();
  const rows = useAppState((state) => state.rows);
  const language = useAppState((state) => state.language);
  return ({ profileId, program, use, until }) => {
    const name = rows.find(({ profile }) => profile.id === profileId)?.profile.name ?? '';
    return until === null
      ? t(`settings:programs.always.${use}`, { program, name })
      : t(`settings:programs.${use}`, { program, name, time: formatTime(language, until) });
  };
}
