import type { EpochMs } from '../../contract/core/time.ts';
import { formatAgo } from '../../contract/i18n/format-time.ts';
import type { LiveFile } from '../../contract/sessions/live-files.ts';
import type { Translate } from '../../contract/texts.ts';

/** What a live file does. */
export function describeState(t: Translate, { kind, state }: LiveFile): string {
  const shape = kind === 'file' ? 'file' : 'pipe';
  switch (state.kind) {
    case 'asking':
      return t('live-files:states.asking', { program: state.program || t('live-files:unknownProgram') });
    case 'stopped':
      return t(`live-files:states.${state.why}`);
    default:
      return t(`live-files:states.${state.kind}.${shape}`);
  }
}

/** Who read a pipe last, and whether it got the token; null if nobody did. */
export function describeLastRead(t: Translate, { lastRead }: LiveFile, now: EpochMs): string | null {
  if (lastRead === null) return null;
  const program = lastRead.program || t('live-files:unknownProgram');
  const ago = formatAgo(t, lastRead.at, now);
  return t(lastRead.given ? 'live-files:readBy' : 'live-files:refusedTo', { program, ago });
}
