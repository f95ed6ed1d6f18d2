import Check from 'lucide-react/icons/check';
import { Header } from 'react-aria-components/Header';
import { MenuSection } from 'react-aria-components/Menu';
import { MenuItem } from './menu.tsx';
import styles from './menu-choices.module.css';

/** A choice in a menu. */
interface MenuChoice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Why it cannot be chosen at the moment. */
  readonly refusal?: string | undefined;
}

interface Props<Value extends string> {
  readonly label: string;
  /** Whether the label is only for screen readers, as in a submenu that is called the same. */
  readonly isLabelHidden?: boolean;
  /** Whether one or any number of them is chosen; a menu stays open for several. */
  readonly mode: 'single' | 'multiple';
  readonly choices: readonly MenuChoice<Value>[];
  readonly chosen: readonly Value[];
  /** Called with the pressed choice, whether it was chosen or not. */
  readonly onPress: (value: Value) => void;
}

/** A group of choices in a menu, under its name. */
export function MenuChoices<Value extends string>({
  label,
  isLabelHidden = false,
  mode,
  choices,
  chosen,
  onPress,
}: Props<Value>) {
  return (
    <MenuSection
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      selectionMode={mode}
      selectedKeys={chosen}
      shouldCloseOnSelect={mode === 'single'}
    >
      {isLabelHidden ? null : <Header className={styles.label ?? ''}>{label}</Header>}
      {choices.map(({ value, label: name, refusal }) => (
        <MenuItem
          key={value}
          id={value}
          icon={chosen.includes(value) ? <Check /> : null}
          isDisabled={refusal !== undefined}
          {...(refusal === undefined ? {} : { hint: refusal })}
          onAction={() => onPress(value)}
        >
          {name}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
