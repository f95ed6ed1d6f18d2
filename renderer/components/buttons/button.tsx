import type { ButtonHTMLAttributes, KeyboardEvent, ReactNode, Ref } from 'react';
import styles from './button.module.css';

/** Prominence: at most one `primary` is visible, and `danger` is destructive. */
export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

type Attributes = Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'children' | 'className' | 'style' | 'disabled' | 'aria-disabled' | 'onClick' | 'onKeyDown'
>;

interface PlainProps extends Attributes {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly className?: string | undefined;
  readonly 'data-small'?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Whether its action is still running: it keeps the focus, and presses are ignored. */
  readonly isPending?: boolean | undefined;
  readonly onPress?: ((button: HTMLButtonElement) => void) | undefined;
  readonly children: ReactNode;
}

/** An unstyled button. A held key presses it once. */
export function PlainButton({ isDisabled, isPending = false, onPress, autoFocus, ...rest }: PlainProps) {
  return (
    <button
      type="button"
      {...rest}
      // biome-ignore lint/a11y/noAutofocus: a dialog chooses its initial focus.
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      onKeyDown={pressOnce}
      onClick={isPending ? cancel : onPress && ((event) => onPress(event.currentTarget))}
    />
  );
}

function pressOnce(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}

// A pending submit button must not submit its form.
function cancel(event: { preventDefault(): void }): void {
  event.preventDefault();
}

interface Props extends PlainProps {
  readonly variant?: ButtonVariant;
  readonly icon?: ReactNode;
  /** Whether only the icon is shown in narrow windows: below 900 px, or below 640 px. Screen readers still get the text. */
  readonly shrinks?: 'early' | 'late' | undefined;
}

/** A button with text. */
export function Button({
  variant = 'secondary',
  icon,
  children,
  shrinks,
  ...rest
}: Omit<Props, 'className'>) {
  return (
    <PlainButton {...rest} className={styles.button} data-variant={variant} data-shrinks={shrinks}>
      {icon}
      <span className={styles.label}>{children}</span>
    </PlainButton>
  );
}

/** A button that looks like a link, for the end of a line. */
export function LinkButton(props: Omit<PlainProps, 'className'>) {
  return <PlainButton {...props} className={styles.link} />;
}

interface IconProps extends Omit<PlainProps, 'className'> {
  readonly label: string;
  readonly hint?: string;
  /** Whether it stands in a line of text. */
  readonly small?: boolean;
}

/** A button with an icon only; the label is for screen readers, the hint is its tooltip. */
export function IconButton({ label, hint = label, small = false, ...rest }: IconProps) {
  return (
    <span title={hint} className={styles.holder}>
      <PlainButton {...rest} aria-label={label} className={styles.icon} data-small={small || undefined} />
    </span>
  );
}
