import type { EpochMs } from '../../../contract/core/time.ts';
import type { User } from '../../../contract/sessions/user.ts';
import type { Row } from '../../../contract/state.ts';
import { Fact, FactList } from '../../components/display/description-list.tsx';
import { Section } from '../../components/layout/section.tsx';
import { sayRole } from '../../i18n/format-status.ts';
import { sayDay, sayExactly } from '../../i18n/format-time.ts';
import { languageName } from '../../i18n/language.ts';
import { useWords } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';

interface Props {
  readonly row: Row;
  /** Null until the server has told it. */
  readonly user: User | null;
}

/** Who the server says this is. */
export function UserFacts({ row, user }: Props) {
  const t = useWords();
  if (user === null)
    return (
      <Section title={t('details.loggedInAs')}>
        <FactList>
          <Fact term={t('details.user')}>{row.user?.name ?? row.profile.userName}</Fact>
        </FactList>
        {row.user === null ? <p>{t('details.noUser')}</p> : null}
      </Section>
    );
  return (
    <Section title={t('details.loggedInAs')}>
      <FactList>
        <Fact term={t('details.user')}>{user.name}</Fact>
        <Fact term={t('details.realName')}>{user.realName}</Fact>
        <Fact term={t('details.role')}>{sayRole(t, row.user?.role)}</Fact>
        <OtherFacts user={user} />
      </FactList>
    </Section>
  );
}

function OtherFacts({ user }: { readonly user: User }) {
  const t = useWords();
  const language = useAppState((state) => state.language);
  const yesOrNo = (yes: boolean): string => t(yes ? 'details.yes' : 'details.no');
  const photo = user.faceCover === null ? t('details.yes') : t('details.facePhotoId', { id: user.faceCover });
  const primary =
    user.primaryGroup === null ? '' : ` (${t('details.primaryGroup', { id: user.primaryGroup })})`;
  return (
    <>
      <Fact term={t('details.groups')}>
        {user.groups.length === 0 ? '' : user.groups.join(', ') + primary}
      </Fact>
      <Fact term={t('details.language')}>
        {user.language === null ? t('details.unknown') : languageName(user.language, language)}
      </Fact>
      <Fact term={t('details.activeDirectory')}>{yesOrNo(user.adUser)}</Fact>
      <Fact term={t('details.facePhoto')}>{user.hasFace ? photo : t('details.none')}</Fact>
      <Fact term={t('details.active')}>{yesOrNo(user.active)}</Fact>
      <Fact term={t('details.comment')}>{user.comment}</Fact>
      <DateFact term={t('details.created')} moment={user.createdAt} />
      <DateFact term={t('details.modified')} moment={user.modifiedAt} />
      <Fact term={t('details.userId')}>{String(user.id)}</Fact>
    </>
  );
}

function DateFact({ term, moment }: { readonly term: string; readonly moment: EpochMs | null }) {
  const language = useAppState((state) => state.language);
  if (moment === null) return <Fact term={term}>{''}</Fact>;
  return (
    <Fact term={term} title={sayExactly(language, moment)}>
      {sayDay(language, moment)}
    </Fact>
  );
}
