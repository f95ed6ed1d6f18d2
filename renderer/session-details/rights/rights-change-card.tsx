import ShieldMinus from 'lucide-react/icons/shield-minus';
import ShieldPlus from 'lucide-react/icons/shield-plus';
import { formatMoment } from '../../../contract/i18n/format-time.ts';
import { formatRight } from '../../../contract/i18n/right-words.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { RightsChange, Role, SomeRights } from '../../../contract/sessions/user.ts';
import type { Translate } from '../../../contract/texts.ts';
import { dismissRightsChange } from '../../actions/auto-check-actions.ts';
import { Button } from '../../components/buttons/button.tsx';
import { Disclosure } from '../../components/layout/disclosure.tsx';
import { formatRole } from '../../i18n/format-status.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { useNow } from '../../time/clock.ts';
import styles from './rights-change-card.module.css';
import { describeRightsChange } from './rights-text.ts';

interface Props {
  readonly profileId: ProfileId;
  readonly change: RightsChange;
}

/** How the user's rights have changed since a person last looked. */
export function RightsChangeCard({ profileId, change }: Props) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const moment = formatMoment(t, language, change.at, useNow());
  const isLoss = change.lost.count > 0 || change.active === false;
  return (
    <section
      className={styles.card}
      data-tone={isLoss ? 'warn' : 'info'}
      aria-label={t('session:checks.rights.changed')}
    >
      {isLoss ? <ShieldMinus size={18} /> : <ShieldPlus size={18} />}
      <div className={styles.words}>
        <p className={styles.title}>{describeRightsChange(t, change)}</p>
        <p className={styles.when}>{t('session:checks.rights.noticed', { moment })}</p>
        <Disclosure title={t('session:checks.rights.whole')}>
          <Changes change={change} />
        </Disclosure>
        <div className={styles.seen}>
          <Button onPress={() => void dismissRightsChange(profileId)}>
            {t('session:checks.rights.seen')}
          </Button>
        </div>
      </div>
    </section>
  );
}

function Changes({ change }: { readonly change: RightsChange }) {
  const t = useTranslate();
  const { lost, gained, groupsLeft, groupsJoined, role } = change;
  return (
    <div className={styles.changes}>
      <RightsRow title={t('session:checks.rights.lostTerm')} rights={lost} />
      <RightsRow title={t('session:checks.rights.gainedTerm')} rights={gained} />
      <TextRow title={t('session:checks.rights.left')} words={groupsLeft.join(', ')} />
      <TextRow title={t('session:checks.rights.joined')} words={groupsJoined.join(', ')} />
      <TextRow
        title={t('session:checks.rights.role')}
        words={role === null ? '' : describeRoleChange(t, role)}
      />
    </div>
  );
}

function RightsRow({ title, rights }: { readonly title: string; readonly rights: SomeRights }) {
  const t = useTranslate();
  if (rights.count === 0) return null;
  const rest = rights.count - rights.names.length;
  return (
    <div>
      <h4 className={styles.when}>{title}</h4>
      <ul className={styles.names}>
        {rights.names.map((name) => (
          <li key={name} title={name}>
            {formatRight(t, name)}
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className={styles.when}>{t('session:checks.rights.andMore', { count: rest })}</p> : null}
    </div>
  );
}

function TextRow({ title, words }: { readonly title: string; readonly words: string }) {
  return words === '' ? null : (
    <div>
      <h4 className={styles.when}>{title}</h4>
      <p>{words}</p>
    </div>
  );
}

function describeRoleChange(t: Translate, { from, to }: NonNullable<RightsChange['role']>): string {
  const say = (role: Role) => formatRole(t, role) || t('session:checks.rights.noRole');
  return t('session:checks.rights.roleChange', { from: say(from), to: say(to) });
}
