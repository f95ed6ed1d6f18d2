import ChevronDown from 'lucide-react/icons/chevron-down';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { type RefObject, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { IconButton, PlainButton } from '../components/buttons/button.tsx';
import { lazyNamed } from '../components/lazy-named.ts';
import { useTranslate } from '../i18n/translate.ts';
import { withShortcut } from '../keyboard/platform.ts';
import { useAppState } from '../state/app-state.ts';
import type { BarAction } from './action-menu.tsx';
import styles from './selection-bar.module.css';

const ActionMenu = lazyNamed(() => import('./action-menu.tsx'), 'ActionMenu');

/** An action, or a choice of several. */
export interface BarItem extends BarAction {
  /** What a menu below the button offers; empty if it opens none. */
  readonly choices: readonly BarAction[];
}

/** An open menu: what is in it, and where it opens. */
interface OpenedMenu {
  readonly actions: readonly BarAction[];
  readonly x: number;
  readonly y: number;
}

/** The items in one line; those for which there is no room are in a menu at its end. */
export function ActionStrip({ items }: { readonly items: readonly BarItem[] }) {
  const t = useTranslate();
  const strip = useRef<HTMLDivElement>(null);
  const fitting = useFitting(strip);
  const [menu, setMenu] = useState<OpenedMenu | null>(null);
  const rest = items.slice(fitting);

  const open = (actions: readonly BarAction[]) => (button: HTMLButtonElement) => {
    const { right: x, bottom: y } = button.getBoundingClientRect();
    setMenu({ actions, x, y });
  };

  return (
    <>
      <div ref={strip} className={styles.strip}>
        {items.map((item, place) => (
          <span key={item.command} data-hidden={place >= fitting || undefined}>
            {item.choices.length > 0 ? (
              <PlainButton className={styles.action} aria-haspopup="menu" onPress={open(item.choices)}>
                {item.label}
                <ChevronDown size={14} />
              </PlainButton>
            ) : (
              <BarButton action={item} />
            )}
          </span>
        ))}
      </div>
      {rest.length === 0 ? null : (
        <IconButton label={t('servers:more')} aria-haspopup="menu" onPress={open(rest.flatMap(spread))}>
          <Ellipsis />
        </IconButton>
      )}
      {menu === null ? null : (
        <Suspense>
          <ActionMenu {...menu} onClose={() => setMenu(null)} />
        </Suspense>
      )}
    </>
  );
}

/** A button for an action; its tooltip says why it is disabled, or names its key. */
export function BarButton({ action }: { readonly action: BarAction }) {
  const { command, label, hint, whyNot, run, isOn } = action;
  return (
    <span title={whyNot ?? withShortcut(label, hint)}>
      <PlainButton
        className={styles.action}
        data-destructive={command === 'remove' || undefined}
        aria-description={whyNot ?? undefined}
        aria-pressed={isOn}
        isDisabled={whyNot !== null}
        onPress={run}
      >
        {label}
      </PlainButton>
    </span>
  );
}

/** In the menu a choice is as many items as it has. */
function spread(item: BarItem): readonly BarAction[] {
  if (item.choices.length === 0) return [item];
  return item.choices.map((choice) => ({ ...choice, label: `${item.label}: ${choice.label}` }));
}

/** How many children of a strip stand in its first line. The others wrap to lines that are not seen. */
function useFitting(strip: RefObject<HTMLElement | null>): number {
  const language = useAppState((state) => state.language);
  const [fitting, setFitting] = useState(Number.POSITIVE_INFINITY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: in another language the words have other lengths.
  useLayoutEffect(() => {
    const element = strip.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const tops = [...element.children].map((child) => (child as HTMLElement).offsetTop);
      setFitting(tops.filter((top) => top === tops[0]).length);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [strip, language]);
  return fitting;
}
