import type { Problem } from '../../contract/core/problem.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { Button } from '../components/buttons/button.tsx';
import { CopyButton } from '../components/buttons/copy-button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useRow } from '../state/app-state.ts';
import { nextStep } from './next-step.ts';
import { chooseClientCertificate, editProfile } from './profile-actions.ts';
import { checkOne, compareCertificate, logIn, logInByFace, openInBrowser } from './session-actions.ts';
import { orderManually } from './view-moves.ts';

interface Props {
  readonly problem: Problem;
  readonly profileId: ProfileId;
}

/** A button for the next step after a problem; nothing if there is none. */
export function NextStepButton({ problem, profileId }: Props) {
  const t = useTranslate();
  const deviceId = useRow(profileId)?.profile.deviceId ?? '';
  switch (nextStep(problem)) {
    case 'log-in':
      return <Button onPress={() => logIn(profileId)}>{t('problems:fixes.logIn')}</Button>;
    case 'log-in-again':
      return <Button onPress={() => logIn(profileId)}>{t('problems:fixes.logInAgain')}</Button>;
    case 'check-again':
      return <Button onPress={() => void checkOne(profileId)}>{t('problems:fixes.checkAgain')}</Button>;
    case 'compare':
      return (
        <Button onPress={() => void compareCertificate(profileId, problem)}>
          {t('problems:fixes.compare')}
        </Button>
      );
    case 'edit-address':
      return <Button onPress={() => editProfile(profileId)}>{t('problems:fixes.editAddress')}</Button>;
    case 'edit-connection':
      return <Button onPress={() => editProfile(profileId)}>{t('problems:fixes.editConnection')}</Button>;
    case 'choose-client-certificate':
      return (
        <Button onPress={() => chooseClientCertificate(profileId)}>
          {t('problems:fixes.chooseClientCertificate')}
        </Button>
      );
    case 'open-in-browser':
      return (
        <Button onPress={() => void openInBrowser(profileId)}>{t('problems:fixes.openInBrowser')}</Button>
      );
    case 'copy-device-id':
      return <CopyButton text={deviceId}>{t('problems:fixes.copyDeviceId')}</CopyButton>;
    case 'show-face':
      return <Button onPress={() => logInByFace(profileId)}>{t('login:face.logIn')}</Button>;
    case 'order-manually':
      return <Button onPress={() => void orderManually()}>{t('problems:fixes.orderManually')}</Button>;
    case null:
      return null;
  }
}
