import Check from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as Choice, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { ManagedSelect } from './managed-select.tsx';
import styles from './select.module.css';

/** A value and its label. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface Props<Value extends string> {
  readonly label: ReactNode;
  readonly options: readonly Option<Value>[];
  readonly name?: string;
  readonly defaultValue?: Value;
  readonly value?: Value;
  readonly onChange?: (value: Value) => void;
  /** Whether the label is beside the field instead of above it. */
  readonly inline?: boolean;
  /** An explanation, or why it is disabled. */
  readonly hint?: string | undefined;
  readonly disabled?: boolean;
  /** Whether it has the initial focus of its dialog. */
  readonly autoFocus?: boolean;
  /** Who decides the value instead of the person; then it cannot be changed. */
  readonly managed?: string | undefined;
}

/** A labelled drop-down list. */
export function Select<Value extends string>(props: Props<Value>) {
  const { label, options, name, defaultValue, value, onChange, inline = false, hint, managed } = props;
  const { autoFocus = false } = props;
  if (managed !== undefined) {
    const inForce = options.find((option) => option.value === value)?.label ?? '';
    return <ManagedSelect label={label} value={inForce} inline={inline} managed={managed} />;
  }
  return (
    <Choice
      className={styles.select ?? ''}
      data-inline={inline || undefined}
      isDisabled={props.disabled ?? false}
      {...(name === undefined ? {} : { name })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      {...(value === undefined ? {} : { value })}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen !== undefined) onChange?.(chosen.value);
      }}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Button className={styles.button ?? ''} data-autofocus={autoFocus || undefined}>
        <SelectValue className={styles.value ?? ''} />
        <ChevronDown size={14} />
      </Button>
      {hint === undefined ? null : (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.options ?? ''}>
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={styles.option ?? ''}
            >
              <span>{option.label}</span>
              <Check size={14} className={styles.tick} />
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Choice>
  );
}
