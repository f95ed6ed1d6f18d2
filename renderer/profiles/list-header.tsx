import { useTranslation } from 'react-i18next';
import { useAppState } from '../state/app-state.ts';
import { useShownIds } from '../state/list-order.ts';
import styles from './list-header.module.css';

/** Above the list: how many servers are shown. */
export function ListHeader() {
  const { t } = useTranslation();
  const count = useShownIds().length;
  const total = useAppState((state) => state.rows.length);
  return (
    <div className={styles.header}>
      <h2 className={styles.count}>
        {count === total ? t('list.servers', { count }) : t('list.matches', { count, total })}
      </h2>
    </div>
  );
}
