import type { ProfileId } from '../../contract/profiles/profile.ts';
import { LinkButton } from '../components/buttons/button.tsx';
import { Section } from '../components/layout/section.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { openDialog } from '../state/view-state.ts';

/** That a profile has live files; nothing if it has none. */
export function LiveFilesFacts({ profileId }: { readonly profileId: ProfileId }) {
  const t = useTranslate();
  const count = useAppState(
    ({ liveFiles }) => liveFiles.filter((file) => file.profileId === profileId).length,
  );
  if (count === 0) return null;
  return (
    <Section
      title={t('live-files:title')}
      count={count}
      actions={
        <LinkButton onPress={() => openDialog({ kind: 'live-files', profileId })}>
          {t('live-files:details')}
        </LinkButton>
      }
    />
  );
}
