import { Button } from 'react-aria-components/Button';
import type { Row } from '../../../contract/state.ts';
import { toggleLiveChannel } from '../../actions/auto-check-actions.ts';
import inline from '../../components/buttons/inline-button.module.css';
import { DescriptionItem } from '../../components/display/description-list.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import styles from './facts.module.css';

/** Whether the server reports the end of the session at once, with the switch for this server. */
export function LiveChannelFact({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const isOnEverywhere = useAppState(({ settings }) => settings.liveChannels);
  const { channel, nextCheck, profile } = row;
  // Where nothing is checked automatically there is no channel, and the line about checks says why.
  if (nextCheck.kind !== 'at') return null;
  if (!isOnEverywhere)
    return <DescriptionItem term={t('session:live.term')}>{t('session:live.offEverywhere')}</DescriptionItem>;
  return (
    <DescriptionItem term={t('session:live.term')}>
      <span>{t(`session:live.${channel}`)}</span>{' '}
      <Button
        className={inline.button ?? ''}
        aria-label={`${t(channel === 'off' ? 'session:live.turnOn' : 'session:live.turnOff')}: ${t('session:live.term')}`}
        onPress={() => void toggleLiveChannel(profile.id)}
      >
        {t(channel === 'off' ? 'session:live.turnOn' : 'session:live.turnOff')}
      </Button>
      <div className={styles.place}>
        {t(channel === 'open' ? 'session:live.openHint' : 'session:live.closedHint')}
      </div>
    </DescriptionItem>
  );
}
