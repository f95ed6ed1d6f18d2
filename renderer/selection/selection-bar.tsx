import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import X from 'lucide-react/icons/x';
import type { KeyboardEvent } from 'react';
import { tickedCommands, tickedTitle, whyNotAll } from '../commands/ticked-commands.ts';
import { IconButton, PlainButton } from '../components/buttons/button.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useShortcutLabel, withShortcut } from '../keyboard/platform.ts';
import { useShownIds } from '../list/list-order.ts';
import { clearTicks, tickAll } from '../list/tick-rows.ts';
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
  const items = useBarItems();
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
      <ActionStrip items={items.filter(({ command }) => command !== 'remove')} />
      {items.map((item) =>
        item.command !== 'remove' ? null : <BarButton key={item.command} action={item} />,
      )}
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

/** What can be done with the ticked servers. */
function useBarItems(): readonly BarItem[] {
  const t = useTranslate();
  const shortcut = useShortcutLabel();
  const ids = useViewState(({ ticks }) => ticks.ids);
  const managed = useAppState((state) => state.managed);
  const rows = useAppState((state) => state.rows).filter(({ profile }) => ids.has(profile.id));
  return tickedCommands.flatMap((ticked) => {
    const { command, label, labelWhenOn, isOn, choices = [], run } = ticked;
    if (label === null) return [];
    const why = whyNotAll(command, rows, managed);
    return {
      command,
      label: tickedTitle(t, ticked, rows),
      hint: shortcut(command),
      whyNot: why && t(why === 'managed' ? 'settings:managed' : 'servers:selection.noSession'),
      isOn: labelWhenOn === undefined ? isOn && rows.every(isOn) : undefined,
      run: () => void run(false),
      choices: choices.map((choice) => ({
        command,
        label: t(choice.label),
        hint: '',
        whyNot: null,
        isOn: choice.isOn && rows.every(choice.isOn),
        run: () => void choice.run(false),
      })),
    };
  });
}
