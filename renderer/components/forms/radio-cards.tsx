import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import styles from './radio-cards.module.css';

interface CardsProps<Value extends string> {
  /** The ID of the element with the question. */
  readonly labelledBy: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly children: ReactNode;
}

/** A radio group of cards, each with room for further fields. */
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
  /** Shown next to the title. */
  readonly badge?: ReactNode;
  readonly text: string;
  readonly children?: ReactNode;
}

/** A card of `RadioCards`. */
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
