import { useState } from 'react';
import type { EpochMs } from '../../../contract/core/time.ts';
import { formatDateTime, formatDay } from '../../../contract/i18n/format-time.ts';
import type { User } from '../../../contract/sessions/user.ts';
import type { Row } from '../../../contract/state.ts';
import { LinkButton } from '../../components/buttons/button.tsx';
import { DescriptionItem, DescriptionList } from '../../components/display/description-list.tsx';
import { Section } from '../../components/layout/section.tsx';
import { formatRole } from '../../i18n/format-status.ts';
import { languageName } from '../../i18n/language.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';

interface Props {
  readonly row: Row;
  /** Null until the server has sent it. */
  readonly user: User | null;
}

/** The user as the server reports it: who it is, and all else on demand. */
export function UserFacts({ row, user }: Props) {
  const t = useTranslate();
  const [all, setAll] = useState(false);
  if (user === null)
    return (
      <Section title={t('session:loggedInAs')}>
        <DescriptionList>
          <DescriptionItem term={t('session:user')}>{row.user?.name ?? row.profile.userName}</DescriptionItem>
        </DescriptionList>
        {row.user === null ? <p>{t('session:noUser')}</p> : null}
      </Section>
    );
  return (
    <Section
      title={t('session:loggedInAs')}
      actions={
        <LinkButton aria-expanded={all} onPress={() => setAll(!all)}>
          {t(all ? 'session:fewer' : 'session:showAll')}
        </LinkButton>
      }
    >
      <DescriptionList>
        <DescriptionItem term={t('session:user')}>{user.name}</DescriptionItem>
        <DescriptionItem term={t('session:realName')}>{user.realName}</DescriptionItem>
        <DescriptionItem term={t('session:role')}>{formatRole(t, row.user?.role)}</DescriptionItem>
        {all ? <OtherFacts user={user} /> : null}
      </DescriptionList>
    </Section>
  );
}

function OtherFacts({ user }: { readonly user: User }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const yesOrNo = (yes: boolean): string => t(yes ? 'session:yes' : 'session:no');
  const photo = user.faceCover === null ? t('session:yes') : t('session:facePhotoId', { id: user.faceCover });
  const groups = user.groups.join(', ');
  const id = user.primaryGroup;
  return (
    <>
      <DescriptionItem term={t('session:groups')}>
        {groups === '' || id === null ? groups : t('session:groupsWithPrimary', { groups, id })}
      </DescriptionItem>
      <DescriptionItem term={t('session:language')}>
        {user.language === null ? t('session:unknown') : languageName(user.language, language)}
      </DescriptionItem>
      <DescriptionItem term={t('session:activeDirectory')}>{yesOrNo(user.adUser)}</DescriptionItem>
      <DescriptionItem term={t('session:facePhoto')}>
        {user.hasFace ? photo : t('session:none')}
      </DescriptionItem>
      <DescriptionItem term={t('session:active')}>{yesOrNo(user.active)}</DescriptionItem>
      <DescriptionItem term={t('session:comment')}>{user.comment}</DescriptionItem>
      <DateFact term={t('session:created')} moment={user.createdAt} />
      <DateFact term={t('session:modified')} moment={user.modifiedAt} />
      <DescriptionItem term={t('session:userId')}>{String(user.id)}</DescriptionItem>
    </>
  );
}

function DateFact({ term, moment }: { readonly term: string; readonly moment: EpochMs | null }) {
  const language = useAppState((state) => state.language);
  if (moment === null) return <DescriptionItem term={term}>{''}</DescriptionItem>;
  return (
    <DescriptionItem term={term} title={formatDateTime(language, moment)}>
      {formatDay(language, moment)}
    </DescriptionItem>
  );
}
