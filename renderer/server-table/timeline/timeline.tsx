import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import { remainingDuration } from '../../../contract/core/durations.ts';
import { dayMs, type EpochMs } from '../../../contract/core/time.ts';
import {
  formatMoment,
  formatMonth,
  formatShortDay,
  formatShortDuration,
} from '../../../contract/i18n/format-time.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { Translate } from '../../../contract/texts.ts';
import { PlainButton } from '../../components/buttons/button.tsx';
import { Menu, MenuItem } from '../../components/overlays/menu.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { byEnd, type Chip, monthsAhead, placePins, type SessionEnd, spanMs } from './place-pins.ts';
import styles from './timeline.module.css';

interface Props {
  readonly sessions: readonly SessionEnd[];
  readonly now: EpochMs;
  readonly expiringMs: number;
  readonly language: string;
  readonly selectedId: ProfileId | null;
  readonly onSelect: (id: ProfileId) => void;
  /** Shows a server that is selected already. */
  readonly onOpen: (id: ProfileId) => void;
}

/** In pixels: heights of a lane and of the chart without its axis, widths of letters, edges and the longest chip. */
const sizes = { lane: 28, lanes: 4, chart: 122, letter: 6.6, edges: 34, maxChip: 196, cluster: 96, gap: 6 };
/** Labels of the axis that are nearer to its ends than this are left out, in pixels. */
const labelRoom = 64;
const weekMs = 7 * dayMs;
/** The most servers that a menu of a cluster lists. */
const maxListed = 100;

/** When the sessions of the coming 180 days end: a chip for each, or for several that end at nearly the same time. */
export function Timeline(props: Props) {
  const { sessions, now, expiringMs, language } = props;
  const t = useTranslate();
  const [width, chart] = useWidth();
  const ending = useMemo(() => byEnd(sessions, now), [sessions, now]);
  const chips = useMemo(() => {
    const chipWidth = (session: SessionEnd) =>
      Math.min(
        sizes.maxChip,
        (session.name.length + leftText(t, session, now).length + 1) * sizes.letter + sizes.edges,
      );
    return placePins(ending, now, {
      ...{ width, lanes: sizes.lanes, gap: sizes.gap, clusterWidth: sizes.cluster, chipWidth },
    });
  }, [t, ending, now, width]);
  const title = t('servers:timeline.title');
  if (ending.length === 0)
    return (
      <section className={styles.card}>
        <p className={styles.none}>{t('servers:timeline.none')}</p>
      </section>
    );
  const thisWeek = ending.filter(({ endsAt }) => endsAt <= now + weekMs).length;
  const at = (moment: EpochMs) => ((moment - now) / spanMs) * width;
  return (
    <section className={styles.card}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <span>{t('servers:timeline.week', { number: thisWeek })}</span>
        <span>{t('servers:timeline.all', { number: ending.length })}</span>
        <span className={styles.legend} aria-hidden>
          {(['production', 'test', 'none'] as const).map((environment) => (
            <span key={environment}>
              <i className={styles.mark} data-environment={environment} />
              {t(`window:environment.${environment}`)}
            </span>
          ))}
        </span>
      </div>
      <div ref={chart} className={styles.chart} style={{ height: sizes.chart }}>
        <div className={styles.soon} style={{ width: Math.min(width, at(now + expiringMs)) }} />
        {chips.map(({ sessions: [first], x, lane, environment }) => (
          <span key={first?.id} aria-hidden className={styles.stem} style={{ left: x, top: top(lane) + 24 }}>
            <i className={styles.mark} data-environment={environment} />
          </span>
        ))}
        <Chips {...props} chips={chips} />
      </div>
      <div className={styles.axis} aria-hidden>
        <span className={styles.today}>{t('servers:timeline.today')}</span>
        {monthsAhead(now)
          .filter((month) => at(month) > labelRoom && at(month) < width - labelRoom)
          .map((month) => (
            <span key={month} style={{ left: at(month) }}>
              {formatMonth(language, month)}
            </span>
          ))}
        <span className={styles.last}>{formatShortDay(language, now + spanMs)}</span>
      </div>
    </section>
  );
}

function Chips({ chips, ...props }: Props & { readonly chips: readonly Chip[] }) {
  const { now, language, selectedId, onSelect, onOpen } = props;
  const t = useTranslate();
  const [open, setOpen] = useState<{ readonly chip: Chip; readonly x: number; readonly y: number } | null>(
    null,
  );
  const isChosen = (chip: Chip) => chip.sessions.some(({ id }) => id === selectedId);
  const tabStop = Math.max(0, chips.findIndex(isChosen));
  const press = (chip: Chip, button: HTMLButtonElement): void => {
    const [first] = chip.sessions;
    const { left: x, bottom: y } = button.getBoundingClientRect();
    if (chip.sessions.length > 1) setOpen({ chip, x, y });
    else if (first !== undefined && first.id === selectedId) onOpen(first.id);
    else if (first !== undefined) onSelect(first.id);
  };
  return (
    <>
      <ul className={styles.chips} aria-label={t('servers:timeline.title')} onKeyDown={moveFocus}>
        {chips.map((chip, index) => (
          <li key={chip.sessions[0]?.id} style={{ left: chip.left, top: top(chip.lane), width: chip.width }}>
            <PlainButton
              className={styles.chip}
              aria-label={chipLabel(t, chip, language, now)}
              aria-haspopup={chip.sessions.length > 1 ? 'menu' : undefined}
              aria-pressed={isChosen(chip)}
              tabIndex={index === tabStop ? 0 : -1}
              data-environment={chip.environment}
              onPress={(button) => press(chip, button)}
            >
              <ChipText chip={chip} now={now} />
            </PlainButton>
          </li>
        ))}
      </ul>
      {open === null ? null : (
        <Menu
          label={t('servers:timeline.cluster', { count: open.chip.sessions.length })}
          x={open.x}
          y={open.y}
          align="start"
          onClose={() => setOpen(null)}
        >
          {open.chip.sessions.slice(0, maxListed).map((session) => (
            <MenuItem key={session.id} hint={leftText(t, session, now)} onAction={() => onSelect(session.id)}>
              {session.name}
            </MenuItem>
          ))}
          {open.chip.sessions.length > maxListed ? (
            <MenuItem isDisabled>
              {t('servers:timeline.more', { count: open.chip.sessions.length - maxListed })}
            </MenuItem>
          ) : null}
        </Menu>
      )}
    </>
  );
}

function ChipText({ chip, now }: { readonly chip: Chip; readonly now: EpochMs }) {
  const t = useTranslate();
  const [first, ...others] = chip.sessions;
  if (first === undefined) return null;
  if (others.length > 0)
    return <span className={styles.name}>{t('servers:timeline.cluster', { count: others.length + 1 })}</span>;
  return (
    <>
      <span className={styles.name} title={first.name}>
        {first.name}
      </span>
      <span className={styles.left}>{leftText(t, first, now)}</span>
    </>
  );
}

const top = (lane: number): number => 6 + lane * sizes.lane;

function leftText(t: Translate, { loggedInAt, endsAt }: SessionEnd, now: EpochMs): string {
  return formatShortDuration(t, remainingDuration(loggedInAt, endsAt, now));
}

/** "Metro north, Production, ends tomorrow, 11:30". */
function chipLabel(t: Translate, { sessions, environment }: Chip, language: string, now: EpochMs): string {
  const [first] = sessions;
  if (first === undefined) return '';
  const moment = formatMoment(t, language, first.endsAt, now);
  if (sessions.length > 1) {
    const listed = sessions.slice(0, maxListed).map(({ name }) => name);
    return t('servers:timeline.clusterEnds', { count: sessions.length, moment, names: listed.join(', ') });
  }
  return environment === 'none'
    ? t('servers:timeline.ends', { name: first.name, moment })
    : t('servers:timeline.endsIn', {
        ...{ name: first.name, environment: t(`window:environment.${environment}`), moment },
      });
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

// One tab stop for all chips; the arrows go on by date.
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined) return;
  const buttons: Element[] = [...event.currentTarget.querySelectorAll('button')];
  const next = buttons[buttons.indexOf(event.target as Element) + step];
  if (next instanceof HTMLElement) next.focus();
  event.preventDefault();
}

/** The width of an element in pixels, and the function that observes it. */
function useWidth(): readonly [number, (element: HTMLElement | null) => (() => void) | undefined] {
  const [width, setWidth] = useState(900);
  const observe = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [width, observe];
}
