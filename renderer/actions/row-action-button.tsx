import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import LogIn from 'lucide-react/icons/log-in';
import ShieldAlert from 'lucide-react/icons/shield-alert';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { Standing } from '../../contract/sessions/session.ts';
import { Button, type Loudness } from '../components/buttons/button.tsx';
import { useWords } from '../i18n/translate.ts';
import { useViewState } from '../state/view-state.ts';
import { nextAction } from './next-action.ts';
import { performRowAction } from './row-action.ts';

interface Props {
  readonly profileId: ProfileId;
  readonly standing: Standing;
  readonly loudness: Loudness;
}

/** The one obvious button of a session: it always does the right thing next. */
export function SessionButton({ profileId, standing, loudness }: Props) {
  const t = useWords();
  const copied = useViewState((state) => state.copiedId === profileId);
  const act = () => performRowAction(profileId);
  switch (nextAction(standing)) {
    case 'copy':
      return (
        <Button
          loudness={loudness}
          aria-label={t('list.copyHeader')}
          icon={copied ? <Check /> : <Copy />}
          onPress={act}
        >
          {t('list.copy')}
        </Button>
      );
    case 'log-in':
      return (
        <Button loudness={loudness} icon={<LogIn />} onPress={act}>
          {t('list.logIn')}
        </Button>
      );
    case 'log-in-again':
      return (
        <Button loudness={loudness} icon={<LogIn />} onPress={act}>
          {t('list.logInAgain')}
        </Button>
      );
    case 'compare':
      return (
        <Button loudness={loudness} icon={<ShieldAlert />} onPress={act}>
          {t('list.compare')}
        </Button>
      );
    case 'cancel':
      return <Button onPress={act}>{t('window.cancel')}</Button>;
    case 'wait':
      return null;
  }
}
