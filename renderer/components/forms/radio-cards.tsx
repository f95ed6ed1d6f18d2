import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import styles from './radio-cards.module.css';

interface CardsProps<Value extends string> {
  /** The id of the text that asks for the choice. */
  readonly labelledBy: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly children: ReactNode;
}

/** A choice of one among few, each with room for what belongs to it. */
export function RadioCards<Value extends string>({
  labelledBy,
  value,
  onChange,
  children,
}: CardsProps<Value>) {
  return (
    <RadioGroup
      aria-labelledby={labelledBy}
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      className={styles.cards ?? ''}
    >
      {children}
    </RadioGroup>
  );
}

interface CardProps {
  readonly value: string;
  readonly title: string;
  /** Beside the title. */
  readonly badge?: ReactNode;
  readonly text: string;
  readonly children?: ReactNode;
}

/** One choice of `RadioCards`. */
export function RadioCard({ value, title, badge, text, children }: CardProps) {
  return (
    <div className={styles.card}>
      <Radio value={value} className={styles.radio ?? ''}>
        <span className={styles.dot} />
        <span>
          <span className={styles.title}>
            {title} {badge}
          </span>
          <span className={styles.text}>{text}</span>
        </span>
      </Radio>
      {children == null ? null : <div className={styles.inside}>{children}</div>}
    </div>
  );
}
