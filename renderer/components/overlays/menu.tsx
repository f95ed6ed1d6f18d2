import { type ReactNode, useRef } from 'react';
import { Keyboard } from 'react-aria-components/Keyboard';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, type MenuItemProps } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import styles from './menu.module.css';

interface MenuProps {
  readonly label: string;
  /** What the menu is about, as its first line. */
  readonly heading?: ReactNode;
  /** Where it opens, in pixels of the window. */
  readonly x: number;
  readonly y: number;
  /**
   * How high the button is whose bottom edge is there: where there is no room below, the menu opens above it. Over the
   * button, the second of two quick clicks would choose an entry.
   */
  readonly height?: number;
  readonly align: 'start' | 'end';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu that is open at a point of the window; it closes automatically once an entry is chosen. */
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
        {/* The menu's name says the same. */}
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

/** One thing that a menu offers, with its key beside it. */
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

/** A line between entries of different kinds. */
export function MenuSeparator() {
  return <Separator className={styles.separator ?? ''} />;
}
