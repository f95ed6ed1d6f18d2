import type { ReactNode } from 'react';
import { type ButtonProps, Button as Pressable } from 'react-aria-components/Button';
import styles from './button.module.css';

/** What a button is for: at most one `primary` is in sight, and `danger` destroys something. */
export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

interface Props extends Omit<ButtonProps, 'children' | 'className' | 'style'> {
  readonly variant?: ButtonVariant;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** Does only the icon stay where there is little room? The word is still heard. */
  readonly shrinks?: boolean;
}

/** A button with a word on it. */
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

/** A button with only an icon; its label is heard, and its hint is seen on hovering. */
export function IconButton({ label, hint = label, children, ...rest }: IconProps) {
  return (
    <span title={hint} className={styles.holder}>
      <Pressable {...rest} aria-label={label} className={styles.icon ?? ''}>
        {children}
      </Pressable>
    </span>
  );
}
