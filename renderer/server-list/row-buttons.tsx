import Check from 'lucide-react/icons/check';
import Ellipsis from 'lucide-react/icons/ellipsis';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useViewState } from '../state/view-state.ts';
import styles from './row-buttons.module.css';

/** What the buttons of every row do. */
export type RowCommand = 'favourite' | 'menu' | 'tick';

/** The star of a row. */
export function FavouriteButton({ favourite }: { readonly favourite: boolean }) {
  const t = useTranslate();
  return (
    <button
      type="button"
      tabIndex={-1}
      data-command="favourite"
      className={styles.star}
      aria-label={t('servers:favourite')}
      aria-pressed={favourite}
    />
  );
}

/** The checkbox of a row, in place of the star while rows are ticked. */
export function TickBox({ isTicked }: { readonly isTicked: boolean }) {
  const t = useTranslate();
  return (
    // biome-ignore lint/a11y/useSemanticElements: Left and Right move to the buttons of a row.
    <button
      type="button"
      role="checkbox"
      tabIndex={-1}
      data-command="tick"
      className={styles.tick}
      aria-label={t('servers:selection.tick')}
      aria-checked={isTicked}
    >
      <span className={styles.box}>{isTicked ? <Check size={12} /> : null}</span>
    </button>
  );
}

/** Opens the menu of a row. */
export function MoreButton({ profileId }: { readonly profileId: ProfileId }) {
  const t = useTranslate();
  const open = useViewState((state) => state.menu?.profileId === profileId);
  return (
    <button
      type="button"
      tabIndex={-1}
      data-command="menu"
      className={styles.more}
      aria-label={t('servers:more')}
      aria-haspopup="menu"
      aria-expanded={open}
    >
      <Ellipsis size={16} />
    </button>
  );
}
