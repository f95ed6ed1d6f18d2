import { environments } from '../../contract/profiles/profile.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { DescriptionItem, DescriptionList } from '../components/display/description-list.tsx';
import { StatusIcon, statusTone } from '../components/display/status-icon.tsx';
import { describeStatus } from '../i18n/format-status.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useShownIds } from '../list/list-order.ts';
import { useAppState } from '../state/app-state.ts';
import { useViewState } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';
import { countTags } from './count-tags.ts';
import styles from './selection-summary.module.css';

/** How many servers are listed. */
const mostListed = 50;

/** What the ticked servers are and have in common, in the place of the details of one. */
export function SelectionSummary() {
  const t = useTranslate();
  const ids = useViewState(({ ticks }) => ticks.ids);
  const language = useAppState((state) => state.language);
  const byId = new Map(useAppState((state) => state.rows).map((row) => [row.profile.id, row]));
  const rows = useShownIds().flatMap((id) => (ids.has(id) ? (byId.get(id) ?? []) : []));
  const unlisted = Math.max(0, rows.length - mostListed);
  const used = environments
    .map((name) => ({ name, count: rows.filter(({ profile }) => profile.environment === name).length }))
    .filter(({ count }) => count > 0);
  const tags = countTags(rows, language);
  return (
    <div className={styles.summary}>
      <h2 className={styles.title}>{t('servers:selection.title', { count: rows.length })}</h2>
      <ul className={styles.rows}>
        {rows.slice(0, mostListed).map((row) => (
          <SummaryRow key={row.profile.id} row={row} />
        ))}
        {unlisted > 0 ? <li>{t('forms:removeMany.more', { count: unlisted })}</li> : null}
      </ul>
      <DescriptionList>
        <DescriptionItem term={t('servers:selection.environment')}>
          {used.map(({ name, count }) => (
            <span key={name} className={styles.part}>
              {t(`window:environment.${name}`)} <small>{count}</small>
            </span>
          ))}
        </DescriptionItem>
        <DescriptionItem term={t('window:tags')}>
          {tags.length === 0
            ? ''
            : tags.map(([tag, count]) => (
                <span key={tag} className={styles.part}>
                  {tag} <small>{count}</small>
                </span>
              ))}
        </DescriptionItem>
      </DescriptionList>
    </div>
  );
}

function SummaryRow({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const { status, label } = describeStatus(t, row, { now: useNow(), language, expiringMs });
  const { name, userName, environment } = row.profile;
  return (
    <li className={styles.row} data-environment={environment}>
      <span className={styles.name}>{name}</span>
      <span className={styles.status} data-tone={statusTone(status)}>
        <StatusIcon status={status} busy={row.checking} />
        <span className={styles.word}>{label}</span>
      </span>
      <span className={styles.user}>{userName}</span>
      {environment === 'none' ? null : (
        <span className={styles.environment}>{t(`window:environment.${environment}`)}</span>
      )}
    </li>
  );
}
