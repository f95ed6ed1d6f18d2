import { Button } from 'react-aria-components/Button';
import { chosenSteps } from '../../../contract/sessions/reminders.ts';
import { stableSession } from '../../../contract/sessions/session.ts';
import type { Row } from '../../../contract/state.ts';
import { muteReminders } from '../../actions/auto-check-actions.ts';
import inline from '../../components/buttons/inline-button.module.css';
import { DescriptionItem } from '../../components/display/description-list.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';

/** Whether a person is reminded of the end of this session, with the switch for this server. */
export function RemindersFact({ row: { profile, session } }: { readonly row: Row }) {
  const t = useTranslate();
  const isMuted = useAppState(({ reminders }) => reminders.muted.includes(profile.id));
  const isOff = useAppState(({ settings }) => chosenSteps(settings).length === 0);
  if (stableSession(session).phase === 'logged-out' && !isMuted) return null;
  return (
    <DescriptionItem term={t('reminders:mute.term')}>
      {isOff && !isMuted ? (
        t('reminders:mute.off')
      ) : (
        <>
          <span>{t(isMuted ? 'reminders:mute.muted' : 'reminders:mute.on')}</span>{' '}
          <Button
            className={inline.button ?? ''}
            aria-label={t(isMuted ? 'reminders:mute.undoOf' : 'reminders:mute.of', { name: profile.name })}
            onPress={() => void muteReminders(profile.id, !isMuted)}
          >
            {t(isMuted ? 'reminders:mute.undo' : 'reminders:mute.button')}
          </Button>
        </>
      )}
    </DescriptionItem>
  );
}
