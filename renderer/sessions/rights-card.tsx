import ShieldMinus from 'lucide-react/icons/shield-minus';
import ShieldPlus from 'lucide-react/icons/shield-plus';
import type { ProfileId } from '../../contract/profile.ts';
import type { RightsChange } from '../../contract/rights.ts';
import type { Role } from '../../contract/user.ts';
import { Button } from '../parts/button.tsx';
import { Fact, FactList } from '../parts/facts.tsx';
import { Fold } from '../parts/fold.tsx';
import { useAppState } from '../state/app-state.ts';
import { useNow } from '../state/clock.ts';
import { useWords } from '../words.ts';
import { dismissRightsChange } from './checking-actions.ts';
import styles from './rights-card.module.css';
import { rightsHeadline, sayNames } from './rights-words.ts';
import { sayRole } from './standing-words.ts';
import { type Say, sayMoment } from './time-words.ts';

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
      </div>
      <Button onPress={() => void dismissRightsChange(profileId)}>{t('checking.rights.seen')}</Button>
    </section>
  );
}

function Changes({ change }: { readonly change: RightsChange }) {
  const t = useWords();
  const { lost, gained, groupsLeft, groupsJoined, role } = change;
  const facts: readonly (readonly [string, string])[] = [
    [t('checking.rights.lostTerm'), sayNames(t, lost.names, lost.count)],
    [t('checking.rights.gainedTerm'), sayNames(t, gained.names, gained.count)],
    [t('checking.rights.left'), groupsLeft.join(', ')],
    [t('checking.rights.joined'), groupsJoined.join(', ')],
    [t('checking.rights.role'), role === null ? '' : roleWords(t, role)],
  ];
  return (
    <FactList>
      {facts
        .filter(([, words]) => words !== '')
        .map(([term, words]) => (
          <Fact key={term} term={term}>
            {words}
          </Fact>
        ))}
    </FactList>
  );
}

function roleWords(t: Say, { from, to }: NonNullable<RightsChange['role']>): string {
  const say = (role: Role) => sayRole(t, role) || t('checking.rights.noRole');
  return t('checking.rights.roleChange', { from: say(from), to: say(to) });
}
