import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import LogIn from 'lucide-react/icons/log-in';
import ShieldAlert from 'lucide-react/icons/shield-alert';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { RowStatus } from '../../contract/sessions/session.ts';
import { Button, type ButtonVariant } from '../components/buttons/button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { nextAction } from '../state/next-action.ts';
import { useViewState } from '../state/view-state.ts';
import { performRowAction } from './row-action.ts';

interface Props {
  readonly profileId: ProfileId;
  readonly status: RowStatus;
  readonly variant: ButtonVariant;
}

/** The one visible button of a session, with its next action. */
export function RowActionButton({ profileId, status, variant }: Props) {
  const t = useTranslate();
  const copied = useViewState((state) => state.copiedId === profileId);
  const act = () => performRowAction(profileId);
  switch (nextAction(status)) {
    case 'copy':
      return (
        <Button
          variant={variant}
          aria-label={t('servers:copyHeader')}
          icon={copied ? <Check /> : <Copy />}
          onPress={act}
        >
          {t('servers:copy')}
        </Button>
      );
    case 'log-in':
      return (
        <Button variant={variant} icon={<LogIn />} onPress={act}>
          {t('servers:logIn')}
        </Button>
      );
    case 'log-in-again':
      return (
        <Button variant={variant} icon={<LogIn />} onPress={act}>
          {t('servers:logInAgain')}
        </Button>
      );
    case 'compare':
      return (
        <Button variant={variant} icon={<ShieldAlert />} onPress={act}>
          {t('servers:compare')}
        </Button>
      );
    case 'cancel':
      return <Button onPress={act}>{t('window:cancel')}</Button>;
    case 'wait':
      return null;
  }
}
