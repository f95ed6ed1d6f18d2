import ArrowBigUp from 'lucide-react/icons/arrow-big-up';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { type ComponentProps, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { PlainButton } from '../buttons/button.tsx';
import { TextField } from '../forms/text-field.tsx';
import styles from './password-input.module.css';

interface Props extends Omit<ComponentProps<typeof TextField>, 'type' | 'inside'> {
  /** The name of the button that shows what is typed. */
  readonly showLabel: string;
  /** Shown while Caps Lock is on. */
  readonly capsLockLabel: string;
}

/**
 * A field for a secret: uncontrolled, with a button that shows what is typed, and a warning while Caps Lock is on.
 *
 * What is typed is hidden again when the form is sent, and when the window loses the focus. The button is not reached
 * with Tab, since a passphrase typed into it would press it at each space; its key is Alt+F8, as on Windows.
 */
export function PasswordInput({ showLabel, capsLockLabel, ...rest }: Props) {
  const eye = useRef<HTMLButtonElement>(null);
  const [isShown, setShown] = useShown(eye);
  const [capsLock, setCapsLock] = useState(false);

  const look = (event: KeyboardEvent): void => {
    setCapsLock(event.getModifierState('CapsLock'));
    if (event.type !== 'keydown' || event.key !== 'F8' || !event.altKey || event.repeat) return;
    event.preventDefault();
    setShown(!isShown);
  };

  return (
    <TextField
      spellCheck={false}
      {...rest}
      type={isShown ? 'text' : 'password'}
      onKeyDown={look}
      onKeyUp={look}
      onBlur={() => setCapsLock(false)}
      warning={capsLock ? capsLockLabel : undefined}
      inside={
        <>
          {capsLock ? (
            <span className={styles.capsLock} aria-hidden>
              <ArrowBigUp size={14} />
              {capsLockLabel}
            </span>
          ) : null}
          <PlainButton
            ref={eye}
            className={styles.eye}
            tabIndex={-1}
            aria-label={showLabel}
            aria-pressed={isShown}
            aria-keyshortcuts="Alt+F8"
            title={`${showLabel} (Alt+F8)`}
            // The focus stays in the field.
            onMouseDown={(event) => event.preventDefault()}
            onPress={() => setShown(!isShown)}
          >
            {isShown ? <EyeOff size={16} /> : <Eye size={16} />}
          </PlainButton>
        </>
      }
    />
  );
}

/** Takes what was typed into a field of a form, and empties the field. */
export function takeTyped(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) return '';
  const { value } = field;
  field.value = '';
  return value;
}

function useShown(eye: RefObject<HTMLButtonElement | null>) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!isShown) return undefined;
    // SECURITY: what is shown does not stay on the screen of a person who has sent it or gone elsewhere.
    const hide = (): void => setShown(false);
    const form = eye.current?.form;
    form?.addEventListener('submit', hide);
    window.addEventListener('blur', hide);
    return () => {
      form?.removeEventListener('submit', hide);
      window.removeEventListener('blur', hide);
    };
  }, [eye, isShown]);
  return [isShown, setShown] as const;
}
