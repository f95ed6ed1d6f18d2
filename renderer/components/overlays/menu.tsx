import ChevronRight from 'lucide-react/icons/chevron-right';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { Keyboard } from 'react-aria-components/Keyboard';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps,
  SubmenuTrigger,
} from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { useNarrowerThan } from '../hooks/use-media-query.ts';
import styles from './menu.module.css';

/** Closes the menu around a submenu. */
const CloseMenu = createContext<() => void>(() => undefined);

interface MenuProps {
  readonly label: string;
  /** The first line, which says what the menu is about. */
  readonly heading?: ReactNode;
  /** The position in pixels of the window. */
  readonly x: number;
  readonly y: number;
  /**
   * The height of the button whose bottom edge is at `y`: if there is no room below, the menu opens above the button.
   * If it covered the button, the second click of a double click would choose an item.
   */
  readonly height?: number;
  readonly align: 'start' | 'end';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu at a point of the window; closes when an item is chosen. */
export function Menu({ label, heading, x, y, height = 0, align, onClose, children }: MenuProps) {
  const point = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => focusFirstItem(list), []);
  return (
    <>
      <span ref={point} className={styles.point} style={{ left: x, top: y - height, height }} />
      <Popover
        isOpen
        aria-label={label}
        triggerRef={point}
        placement={align === 'start' ? 'bottom start' : 'bottom end'}
        offset={4}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        className={styles.popover ?? ''}
      >
        {/* Not read out, since the menu's name says the same. */}
        {heading === undefined ? null : (
          <div className={styles.heading} aria-hidden>
            {heading}
          </div>
        )}
        <CloseMenu value={onClose}>
          <AriaMenu
            ref={list}
            aria-label={label}
            autoFocus="first"
            onClose={onClose}
            className={styles.menu ?? ''}
          >
            {children}
          </AriaMenu>
        </CloseMenu>
      </Popover>
    </>
  );
}

/** After Enter on a button react-aria leaves the focus on the menu itself, where Enter chooses nothing. */
function focusFirstItem(menu: { readonly current: HTMLElement | null }): () => void {
  const look = (): void => {
    if (document.activeElement === menu.current)
      menu.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
  };
  // It sets the focus in the next frame.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(look);
  });
  return () => cancelAnimationFrame(frame);
}

interface ItemProps extends Omit<MenuItemProps, 'className' | 'style' | 'children'> {
  readonly icon?: ReactNode;
  /** Empty: none. */
  readonly hint?: string;
  readonly children: string;
  readonly destructive?: boolean;
}

/** A menu item with its shortcut. */
export function MenuItem({ icon, hint = '', children, destructive = false, ...rest }: ItemProps) {
  return (
    <AriaMenuItem
      {...rest}
      textValue={children}
      className={styles.item ?? ''}
      {...(destructive ? { 'data-destructive': true } : {})}
    >
      <span className={styles.icon}>{icon}</span>
      <span className={styles.label}>{children}</span>
      {hint === '' ? null : <Keyboard className={styles.shortcut ?? ''}>{hint}</Keyboard>}
    </AriaMenuItem>
  );
}

interface SubmenuProps {
  readonly icon?: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}

/** A menu item with a menu of its own beside it, or below it in a narrow window. */
export function Submenu({ icon, label, children }: SubmenuProps) {
  const close = useContext(CloseMenu);
  const isNarrow = useNarrowerThan(641);
  return (
    <SubmenuTrigger>
      <AriaMenuItem textValue={label} className={styles.item ?? ''}>
        <span className={styles.icon}>{icon}</span>
        <span className={styles.label}>{label}</span>
        <ChevronRight size={14} className={styles.chevron} />
      </AriaMenuItem>
      <Popover
        placement={isNarrow ? 'bottom start' : 'end top'}
        offset={2}
        crossOffset={isNarrow ? 0 : -6}
        className={styles.popover ?? ''}
      >
        <AriaMenu onAction={close} className={styles.menu ?? ''}>
          {children}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  );
}

/** A line between groups of items. */
export function MenuSeparator() {
  return <Separator className={styles.separator ?? ''} />;
}
