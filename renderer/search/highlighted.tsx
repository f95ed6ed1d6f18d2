import { Fragment } from 'react';
import type { Span } from '../../contract/search/highlights.ts';
import styles from './highlighted.module.css';

/** A text with the matched parts highlighted. */
export function Highlighted({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) {
  if (spans.length === 0) return text;
  return (
    <>
      {spans.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(spans[index - 1]?.end ?? 0, start)}
          <mark className={styles.mark}>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(spans.at(-1)?.end)}
    </>
  );
}
