import { type ReactNode, useRef } from 'react';
import { Keyboard } from 'react-aria-components/Keyboard';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, type MenuItemProps } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import styles from './menu.module.css';

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
        <AriaMenu aria-label={label} autoFocus="first" onClose={onClose} className={styles.menu ?? ''}>
          {children}
        </AriaMenu>
      </Popover>
    </>
  );
}

interface ItemProps extends Omit<MenuItemProps, 'className' | 'style' | 'children'> {
  readonly icon?: ReactNode;
  readonly hint?: string;
  readonly children: string;
  readonly destructive?: boolean;
}

/** A menu item with its shortcut. */
export function MenuItem({ icon, hint, children, destructive = false, ...rest }: ItemProps) {
  return (
    <AriaMenuItem
      {...rest}
      textValue={children}
      className={styles.item ?? ''}
      {...(destructive ? { 'data-destructive': true } : {})}
    >
      <span className={styles.icon}>{icon}</span>
      <span className={styles.label}>{children}</span>
      {hint === undefined ? null : <Keyboard className={styles.shortcut ?? ''}>{hint}</Keyboard>}
    </AriaMenuItem>
  );
}

/** A line between groups of items. */
export function MenuSeparator() {
  return <Separator className={styles.separator ?? ''} />;
}
