import { Grip } from '../layout/grip.tsx';
import styles from './grid.module.css';
import type { GridResizing } from './grid-columns.ts';

interface Props<Name extends string> {
  readonly name: Name;
  readonly title: string;
  /** As it is shown, in pixels. */
  readonly width: number;
  readonly resizing: GridResizing<Name>;
}

/** The line at the end of a heading, which changes the width of its column. */
export function GridGrip<Name extends string>({ name, title, width, resizing }: Props<Name>) {
  const { bounds, label, onDrag, onChoose } = resizing;
  return (
    <Grip
      label={label(title)}
      value={width}
      {...bounds}
      room={() => bounds.max}
      side="left"
      isTabStop={false}
      className={styles.grip}
      onDrag={(chosen) => onDrag(name, chosen)}
      onChoose={(chosen) => onChoose(name, chosen)}
    />
  );
}
