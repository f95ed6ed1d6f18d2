import type { FormHTMLAttributes, ReactNode, RefObject } from 'react';
import { Button, type ButtonVariant } from '../buttons/button.tsx';
import { Spinner } from '../display/spinner.tsx';
import { DialogBody, DialogButtons } from './dialog.tsx';

interface Props extends Pick<FormHTMLAttributes<HTMLFormElement>, 'onInput' | 'onBlur' | 'onChange'> {
  /** For `useFormFocus` and `requestSubmit`. */
  readonly form?: RefObject<HTMLFormElement | null>;
  /** Whether the form is being sent; it is not sent again meanwhile. */
  readonly busy: boolean;
  readonly onSubmit: (form: HTMLFormElement) => void;
  /** The button that sends the form, the last one. */
  readonly submit: SubmitProps;
  /** The buttons before it, such as Cancel. */
  readonly buttons?: ReactNode;
  /** The buttons on the other side. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

interface SubmitProps {
  readonly label: string;
  readonly variant?: ButtonVariant;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** The form of a dialog: its fields, and its buttons below them. */
export function DialogForm({ form, busy, onSubmit, submit, buttons, aside, children, ...events }: Props) {
  const { label, variant = 'primary', ...rest } = submit;
  return (
    <form
      {...events}
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit(event.currentTarget);
      }}
    >
      <DialogBody>{children}</DialogBody>
      <DialogButtons aside={aside}>
        {buttons}
        {/* Pending rather than disabled, which would lose the focus. */}
        <Button {...rest} type="submit" variant={variant} isPending={busy} icon={busy ? <Spinner /> : null}>
          {label}
        </Button>
      </DialogButtons>
    </form>
  );
}
