import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import LogIn from 'lucide-react/icons/log-in';
import ShieldAlert from 'lucide-react/icons/shield-alert';
import X from 'lucide-react/icons/x';
import { formatInForce } from '../../contract/core/copy-format.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { RowStatus } from '../../contract/sessions/session.ts';
import { Button, type ButtonVariant } from '../components/buttons/button.tsx';
import { copyTitle } from '../i18n/format-names.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState, useRow } from '../state/app-state.ts';
import { nextAction } from '../state/next-action.ts';
import { useViewState } from '../state/view-state.ts';
import { performRowAction } from './row-action.ts';

interface Props {
  readonly profileId: ProfileId;
  readonly status: RowStatus;
  readonly variant: ButtonVariant;
  /** -1 in a list, where the arrow keys lead to it. */
  readonly tabIndex?: number;
}

/** The one visible button of a session, with its next action. */
export function RowActionButton({ profileId, status, ...look }: Props) {
  const t = useTranslate();
  const templates = useAppState((state) => state.templates);
  const format = formatInForce(useRow(profileId)?.profile.copyFormat, templates);
  const copied = useViewState((state) => state.copiedId === profileId);
  const button = { ...look, onPress: () => performRowAction(profileId) };
  switch (nextAction(status)) {
    case 'copy':
      return (
        <Button
          {...button}
          aria-label={copyTitle(t, format, templates)}
          title={format === 'header' ? undefined : copyTitle(t, format, templates)}
          icon={copied ? <Check /> : <Copy />}
        >
          {t(format === 'header' ? 'servers:copy' : 'copying:copy')}
        </Button>
      );
    case 'log-in':
      return (
        <Button {...button} icon={<LogIn />}>
          {t('servers:logIn')}
        </Button>
      );
    case 'log-in-again':
      return (
        <Button {...button} aria-label={t('servers:logInAgain')} icon={<LogIn />}>
          {t('servers:logInAgainShort')}
        </Button>
      );
    case 'compare':
      return (
        <Button {...button} icon={<ShieldAlert />}>
          {t('servers:compare')}
        </Button>
      );
    case 'cancel':
      return (
        <Button {...button} variant="secondary" icon={<X />}>
          {t('window:cancel')}
        </Button>
      );
    case 'wait':
      return null;
  }
}
