import ShieldMinus from 'lucide-react/icons/shield-minus';
import ShieldPlus from 'lucide-react/icons/shield-plus';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { RightsChange, Role, SomeRights } from '../../../contract/sessions/user.ts';
import { dismissRightsChange } from '../../actions/auto-check-actions.ts';
import { Button } from '../../components/buttons/button.tsx';
import { Fold } from '../../components/layout/disclosure.tsx';
import { sayRole } from '../../i18n/format-status.ts';
import { type Say, sayMoment } from '../../i18n/format-time.ts';
import { useWords } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { useNow } from '../../time/clock.ts';
import styles from './rights-change-card.module.css';
import { rightsHeadline } from './rights-text.ts';

interface Props {
  readonly profileId: ProfileId;
  readonly change: RightsChange;
}

/** How the user's rights changed on the server since a person last looked. */
export function RightsCard({ profileId, change }: Props) {
  const t = useWords();
  const language = useAppState((state) => state.language);
  const moment = sayMoment(t, language, change.at, useNow());
  const isLoss = change.lost.count > 0 || change.active === false;
  return (
    <section
      className={styles.card}
      data-tone={isLoss ? 'warn' : 'info'}
      aria-label={t('checking.rights.changed')}
    >
      {isLoss ? <ShieldMinus size={18} /> : <ShieldPlus size={18} />}
      <div className={styles.words}>
        <p className={styles.title}>{rightsHeadline(t, change)}</p>
        <p className={styles.when}>{t('checking.rights.noticed', { moment })}</p>
        <Fold title={t('checking.rights.whole')}>
          <Changes change={change} />
        </Fold>
        <div className={styles.seen}>
          <Button onPress={() => void dismissRightsChange(profileId)}>{t('checking.rights.seen')}</Button>
        </div>
      </div>
    </section>
  );
}

function Changes({ change }: { readonly change: RightsChange }) {
  const t = useWords();
  const { lost, gained, groupsLeft, groupsJoined, role } = change;
  return (
    <div className={styles.changes}>
      <Names title={t('checking.rights.lostTerm')} rights={lost} />
      <Names title={t('checking.rights.gainedTerm')} rights={gained} />
      <Words title={t('checking.rights.left')} words={groupsLeft.join(', ')} />
      <Words title={t('checking.rights.joined')} words={groupsJoined.join(', ')} />
      <Words title={t('checking.rights.role')} words={role === null ? '' : roleWords(t, role)} />
    </div>
  );
}

function Names({ title, rights }: { readonly title: string; readonly rights: SomeRights }) {
  const t = useWords();
  if (rights.count === 0) return null;
  const rest = rights.count - rights.names.length;
  return (
    <div>
      <h4 className={styles.when}>{title}</h4>
      <ul className={styles.names}>
        {rights.names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {rest > 0 ? <p className={styles.when}>{t('checking.rights.andMore', { count: rest })}</p> : null}
    </div>
  );
}

function Words({ title, words }: { readonly title: string; readonly words: string }) {
  return words === '' ? null : (
    <div>
      <h4 className={styles.when}>{title}</h4>
      <p>{words}</p>
    </div>
  );
}

function roleWords(t: Say, { from, to }: NonNullable<RightsChange['role']>): string {
  const say = (role: Role) => sayRole(t, role) || t('checking.rights.noRole');
  return t('checking.rights.roleChange', { from: say(from), to: say(to) });
}
