import LayoutGrid from 'lucide-react/icons/layout-grid';
import { Suspense, useState } from 'react';
import { IconButton } from '../components/buttons/button.tsx';
import { lazyNamed } from '../components/lazy-named.ts';
import { useTranslate } from '../i18n/translate.ts';

const ToolsMenu = lazyNamed(() => import('./tools-menu.tsx'), 'ToolsMenu');

/** Opens the tools menu, which is loaded on first use. */
export function ToolsButton() {
  const t = useTranslate();
  const [open, setOpen] = useState<{ readonly x: number; readonly y: number } | null>(null);
  return (
    <>
      <IconButton
        label={t('window:tools')}
        hint={t('window:tools')}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        onPress={(button) => {
          const box = button.getBoundingClientRect();
          setOpen({ x: box.right, y: box.bottom });
        }}
      >
        <LayoutGrid />
      </IconButton>
      {open === null ? null : (
        <Suspense>
          <ToolsMenu {...open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}
