import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import X from 'lucide-react/icons/x';
import type { KeyboardEvent } from 'react';
import { environments } from '../../contract/profiles/profile.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import {
  changeTicked,
  checkTicked,
  exportTicked,
  logInToTicked,
  logOutOfTicked,
  openTags,
  removeTicked,
  toggleHidden,
} from '../actions/many-actions.ts';
import { IconButton, PlainButton } from '../components/buttons/button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useShortcutLabel, withShortcut } from '../keyboard/platform.ts';
import { useShownIds } from '../list/list-order.ts';
import { clearTicks, tickAll, tickedIds } from '../list/tick-rows.ts';
import { useAppState } from '../state/app-state.ts';
import { useViewState } from '../state/view-state.ts';
import { ActionStrip, BarButton, type BarItem } from './action-strip.tsx';
import styles from './selection-bar.module.css';

/** The head of the list while rows are ticked: how many, and what can be done with them. */
export function SelectionBar() {
  const t = useTranslate();
  const shortcut = useShortcutLabel();
  const ids = useViewState(({ ticks }) => ticks.ids);
  const isAll = useShownIds().length === ids.size;
  const isManaged = useAppState(({ managed }) => managed.servers.some((id) => ids.has(id)));
  return (
    <div
      role="toolbar"
      aria-label={t('servers:selection.label')}
      className={styles.bar}
      onKeyDown={moveFocus}
    >
      <PlainButton
        role="checkbox"
        className={styles.all}
        aria-label={t('servers:selection.all')}
        aria-checked={isAll ? true : 'mixed'}
        onPress={isAll ? clearTicks : tickAll}
      >
        <span className={styles.box}>{isAll ? <Check size={12} /> : <Minus size={12} />}</span>
      </PlainButton>
      <h2 className={styles.count}>{t('servers:selection.count', { count: ids.size })}</h2>
      <ActionStrip items={useBarItems()} />
      <BarButton
        isDestructive
        action={{
          label: t('servers:remove'),
          whyNot: isManaged ? t('settings:managed') : null,
          run: removeTicked,
        }}
      />
      <IconButton
        label={t('servers:selection.clear')}
        hint={withShortcut(t('servers:selection.clear'), shortcut('escape'))}
        onPress={clearTicks}
      >
        <X />
      </IconButton>
    </div>
  );
}

/** Left and Right move between the buttons that can be pressed and are seen. */
function moveFocus(event: KeyboardEvent): void {
  // A menu that was opened here is elsewhere in the page.
  if (!event.currentTarget.contains(event.target as Node)) return;
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:enabled')];
  const stops = buttons.filter((button) => button.checkVisibility({ visibilityProperty: true }));
  const step = event.key === 'ArrowRight' ? 1 : -1;
  const next = stops.findIndex((stop) => stop.matches(':focus')) + step;
  stops[(next + stops.length) % stops.length]?.focus();
  event.preventDefault();
}

/** What can be done with the ticked servers, besides removing them. */
function useBarItems(): readonly BarItem[] {
  const t = useTranslate();
  const ids = useViewState(({ ticks }) => ticks.ids);
  const rows = useAppState((state) => state.rows).filter(({ profile }) => ids.has(profile.id));
  const noSession = rows.some(({ session }) => hasToken(session)) ? null : t('servers:selection.noSession');
  const areHidden = rows.every(({ profile }) => profile.hidden);
  const areFavorites = rows.every(({ profile }) => profile.favourite);
  return [
    { label: t('servers:selection.check'), whyNot: noSession, run: () => void checkTicked() },
    { label: t('servers:selection.logIn'), whyNot: null, run: logInToTicked },
    { label: t('servers:logOut'), whyNot: noSession, run: () => void logOutOfTicked() },
    { label: t('servers:selection.tag'), whyNot: null, run: () => openTags([...ids]) },
    {
      label: t('servers:selection.environment'),
      choices: environments.map((environment) => ({
        label: t(`window:environment.${environment}`),
        whyNot: null,
        isOn: rows.every(({ profile }) => profile.environment === environment),
        run: () => void changeTicked({ environment }),
      })),
    },
    {
      label: t('servers:selection.favorite'),
      whyNot: null,
      isOn: areFavorites,
      run: () => void changeTicked({ favourite: !areFavorites }),
    },
    {
      label: t(areHidden ? 'servers:showAgain' : 'servers:hide'),
      whyNot: null,
      run: () => void toggleHidden(tickedIds()),
    },
    { label: t('servers:selection.export'), whyNot: null, run: exportTicked },
  ];
}
