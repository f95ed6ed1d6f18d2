import ChevronDown from 'lucide-react/icons/chevron-down';
import { Suspense, useState } from 'react';
import { PlainButton } from '../components/buttons/button.tsx';
import { lazyNamed } from '../components/lazy-named.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useViewState } from '../state/view-state.ts';
import { useViewName } from './view-name.ts';
import styles from './views-menu.module.css';

const ViewMenuItems = lazyNamed(() => import('./view-menu-items.tsx'), 'ViewMenuItems');

/** The views as a menu, in narrow windows. */
export function ViewsMenu() {
  const t = useTranslate();
  const name = useViewName(useViewState((state) => state.view));
  const [open, setOpen] = useState<{ readonly x: number; readonly y: number } | null>(null);
  return (
    <>
      <PlainButton
        className={styles.button}
        aria-label={t('window:viewsWith', { name })}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        onPress={(button) => {
          const box = button.getBoundingClientRect();
          setOpen({ x: box.left, y: box.bottom });
        }}
      >
        {name}
        <ChevronDown size={14} />
      </PlainButton>
      {open === null ? null : (
        <Suspense>
          <ViewMenuItems {...open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}
