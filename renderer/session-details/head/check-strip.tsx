import { useMemo } from 'react';
import { formatMoment } from '../../../contract/i18n/format-time.ts';
import type { CheckPoint } from '../../../contract/sessions/checking.ts';
import type { Translate } from '../../../contract/texts.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { useNow } from '../../time/clock.ts';
import styles from './check-strip.module.css';
import { type Strip, type StripBar, stripHeight, stripLength, stripOf } from './strip-bars.ts';

const barWidth = 7;
const barStep = 13;
const width = stripLength * barStep - (barStep - barWidth);

/** The last checks as bars, the newest on the right; the caption says the same in words. Null: not loaded yet. */
export function CheckStrip({ checks }: { readonly checks: readonly CheckPoint[] | null }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const now = useNow();
  const strip = useMemo(() => stripOf(checks ?? []), [checks]);
  const caption = describeStrip(t, strip);
  return (
    <figure className={styles.strip}>
      <svg
        role="img"
        aria-label={caption.join(', ')}
        className={styles.bars}
        viewBox={`0 0 ${width} ${stripHeight}`}
        height={stripHeight}
        preserveAspectRatio="none"
      >
        {strip.bars.map((bar, nth) => (
          <Bar key={bar.point.at} bar={bar} x={width - barWidth - (strip.bars.length - 1 - nth) * barStep}>
            {describePoint(t, bar.point, formatMoment(t, language, bar.point.at, now))}
          </Bar>
        ))}
      </svg>
      <figcaption className={styles.caption} aria-hidden>
        {/* A line is always there, so that nothing moves once the checks are loaded. */}
        {checks === null ? <span>&nbsp;</span> : caption.map((part) => <span key={part}>{part}</span>)}
      </figcaption>
    </figure>
  );
}

interface BarProps {
  readonly bar: StripBar;
  /** Its left edge. */
  readonly x: number;
  /** Its tooltip. */
  readonly children: string;
}

/** Kinds differ by shape: a column, a hollow one, or one with a gap. */
function Bar({ bar: { kind, height }, x, children }: BarProps) {
  const look = { x, width: barWidth, rx: 1.5, className: styles.bar, 'data-kind': kind };
  return (
    <g>
      <title>{children}</title>
      {/* The whole column answers the pointer. */}
      <rect x={x - 3} width={barStep} height={stripHeight} fill="transparent" />
      {kind === 'unanswered' ? (
        <rect {...look} x={x + 0.5} width={barWidth - 1} y={0.5} height={stripHeight - 1} />
      ) : kind === 'rejected' ? (
        <>
          <rect {...look} y={0} height={9} />
          <rect {...look} y={15} height={9} />
        </>
      ) : (
        <rect {...look} y={stripHeight - height} height={height} />
      )}
    </g>
  );
}

function describePoint(t: Translate, { verdict: what, tookMs }: CheckPoint, moment: string): string {
  const verdict = t(`servers:table.verdicts.${what}`);
  return tookMs === null
    ? t('session:strip.untimed', { moment, verdict })
    : t('session:strip.answered', { moment, verdict, ms: tookMs });
}

/** The strip in words, in parts that stand side by side. */
function describeStrip(t: Translate, { bars, unanswered, rejected, nowMs, maxMs }: Strip): string[] {
  const count = bars.length;
  if (count === 0) return [t('session:strip.none')];
  const parts = [
    unanswered === 0
      ? t('session:strip.last', { count })
      : t('session:strip.lastUnanswered', { count, unanswered }),
  ];
  if (rejected > 0) parts.push(t('session:strip.notAccepted', { count: rejected }));
  if (maxMs !== null)
    parts.push(
      nowMs === null
        ? t('session:strip.max', { max: maxMs })
        : t('session:strip.times', { now: nowMs, max: maxMs }),
    );
  return parts;
}
