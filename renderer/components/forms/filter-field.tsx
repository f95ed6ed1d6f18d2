import Search from 'lucide-react/icons/search';
import { TextField } from './text-field.tsx';

/** Up to this many items a list needs no filter. */
export const maxItemsWithoutFilter = 8;

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
}

/** A text field that filters a list. */
export function FilterField({ label, value, onChange, autoFocus = false }: Props) {
  return (
    <TextField
      label={label}
      type="search"
      icon={<Search size={15} />}
      autoComplete="off"
      spellCheck={false}
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
