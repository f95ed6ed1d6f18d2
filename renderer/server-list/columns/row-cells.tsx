import { formatAgo } from '../../../contract/i18n/format-time.ts';
import type { ListColumn } from '../../../contract/layout.ts';
import { hasToken, stableSession, type TokenSession } from '../../../contract/sessions/session.ts';
import type { Row } from '../../../contract/state.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useNow } from '../../time/clock.ts';
import { columnGap } from './columns.ts';
import { fittingTags } from './fitting-tags.ts';
import styles from './row-cells.module.css';

interface Props {
  readonly column: Exclude<ListColumn, 'user' | 'session'>;
  /** The width of the column in pixels, with the gap to the next one. */
  readonly width: number;
  readonly row: Row;
}

/** A cell of a column that wide lists have. */
export function RowCell({ column, width, row }: Props) {
  const session = stableSession(row.session);
  switch (column) {
    case 'lastCheck':
      return <LastCheck check={hasToken(session) ? session.lastCheck : null} />;
    case 'loginMethod':
      return <LoginMethod session={hasToken(session) ? session : null} />;
    case 'tags':
      return <Tags tags={row.profile.tags} width={width - columnGap} />;
    case 'lastUse':
      return <LastUse at={row.lastUsedAt} />;
  }
}

function LastCheck({ check }: { readonly check: TokenSession['lastCheck'] }) {
  const t = useTranslate();
  const now = useNow();
  if (check === null) return <Nothing />;
  return (
    <div className={styles.cell}>
      <div className={styles.value}>{formatAgo(t, check.at, now)}</div>
      <div className={styles.detail}>
        {check.tookMs === null ? t('servers:noAnswer') : t('servers:answeredIn', { ms: check.tookMs })}
      </div>
    </div>
  );
}

function LoginMethod({ session }: { readonly session: TokenSession | null }) {
  const t = useTranslate();
  return session === null ? (
    <Nothing />
  ) : (
    <div className={styles.cell}>
      <div className={styles.method}>{t(`servers:loginMethod.${session.wayIn}`)}</div>
    </div>
  );
}

function LastUse({ at }: { readonly at: Row['lastUsedAt'] }) {
  const t = useTranslate();
  const now = useNow();
  return at === null ? (
    <Nothing />
  ) : (
    <div className={styles.cell}>
      <div className={styles.value}>{formatAgo(t, at, now)}</div>
    </div>
  );
}

function Tags({ tags, width }: { readonly tags: readonly string[]; readonly width: number }) {
  const count = fittingTags(tags, width);
  return (
    <div className={styles.tags} title={tags.join(', ')}>
      {tags.slice(0, count).map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
        </span>
      ))}
      {count < tags.length ? <span className={styles.more}>+{tags.length - count}</span> : null}
    </div>
  );
}

function Nothing() {
  return <div className={styles.nothing}>—</div>;
}
