import type { ReactNode } from 'react';
import { type ButtonProps, Button as Pressable } from 'react-aria-components/Button';
import styles from './button.module.css';

/** Prominence: at most one `primary` is visible, and `danger` is destructive. */
export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

interface Props extends Omit<ButtonProps, 'children' | 'className' | 'style'> {
  readonly variant?: ButtonVariant;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** Whether only the icon is shown in narrow windows; screen readers still get the text. */
  readonly shrinks?: boolean;
}

/** A button with text. */
export function Button({ variant = 'secondary', icon, children, shrinks = false, ...rest }: Props) {
  return (
    <Pressable
      {...rest}
      className={styles.button ?? ''}
      data-autofocus={rest.autoFocus || undefined}
      data-variant={variant}
      data-shrinks={shrinks || undefined}
    >
      {icon}
      <span className={styles.label}>{children}</span>
    </Pressable>
  );
}

interface IconProps extends Omit<ButtonProps, 'children' | 'className' | 'style'> {
  readonly label: string;
  readonly children: ReactNode;
  readonly hint?: string;
}

/** A button with an icon only; the label is for screen readers, the hint is its tooltip. */
export function IconButton({ label, hint = label, children, ...rest }: IconProps) {
  return (
    <span title={hint} className={styles.holder}>
      <Pressable {...rest} aria-label={label} className={styles.icon ?? ''}>
        {children}
      </Pressable>
    </span>
  );
}
