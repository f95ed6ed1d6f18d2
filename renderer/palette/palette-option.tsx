import ListFilter from 'lucide-react/icons/list-filter';
import Settings from 'lucide-react/icons/settings';
import type { ReactNode } from 'react';
import { type ProfileId, shortAddress } from '../../contract/profiles/profile.ts';
import { rowStatus } from '../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import { rowAction } from '../actions/row-action.ts';
import type { WhyNot } from '../commands/availability.ts';
import { commandIcons } from '../commands/command-icons.ts';
import { EnvironmentBadge } from '../components/display/environment-badge.tsx';
import { StatusIcon, statusTone } from '../components/display/status-icon.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useShortcutLabel } from '../keyboard/platform.ts';
import { Highlighted } from '../search/highlighted.tsx';
import { highlightsFor } from '../search/results.ts';
import { useAppState, useRow } from '../state/app-state.ts';
import { useTimeSelector } from '../time/clock.ts';
import styles from './palette-dialog.module.css';
import type { PaletteItem, PaletteTarget } from './palette-items.ts';
import { whyNotItem } from './run-item.ts';

interface Props {
  readonly id: string;
  readonly item: PaletteItem;
  readonly search: string;
  readonly isActive: boolean;
  readonly onMove: () => void;
  readonly onRun: () => void;
}

/** An entry of the palette. */
export function PaletteOption({ id, item, search, isActive, onMove, onRun }: Props) {
  const t = useTranslate();
  const { target, title, spans } = item;
  const reason = useAppState((state) => whyNotItem(target, state.managed));
  return (
    <button
      type="button"
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={reason !== null || undefined}
      className={styles.option}
      // The pointer may rest where an entry appears; only moving it chooses one.
      onPointerMove={isActive ? undefined : onMove}
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      {target.kind === 'server' ? (
        <Server profileId={target.profileId} search={search} />
      ) : (
        <>
          <span className={styles.icon}>
            <TargetIcon target={target} />
          </span>
          <span className={styles.title}>
            <Highlighted text={title} spans={spans} />
            {reason === null ? null : <Reason reason={reason} />}
            {target.kind === 'settings' && target.setting !== undefined ? (
              <span className={styles.detail}>{t(`settings:sections.${target.section}`)}</span>
            ) : null}
          </span>
          <Shortcut target={target} />
        </>
      )}
    </button>
  );
}

function TargetIcon({ target }: { readonly target: PaletteTarget }): ReactNode {
  if (target.kind === 'settings') return <Settings />;
  if (target.kind === 'view') return <ListFilter />;
  if (target.kind === 'server') return null;
  const Icon = commandIcons[target.kind === 'copy' ? 'copyAs' : target.command];
  return Icon === undefined ? null : <Icon />;
}

function Reason({ reason }: { readonly reason: WhyNot }) {
  const t = useTranslate();
  const text = reason === 'managed' ? t('settings:managed') : t(`commands:whyNot.${reason}`);
  return <span className={styles.detail}>{text}</span>;
}

function Shortcut({ target }: { readonly target: PaletteTarget }) {
  const shortcut = useShortcutLabel();
  const label = 'command' in target ? shortcut(target.command) : '';
  return label === '' ? null : <kbd className={styles.key}>{label}</kbd>;
}

/** A server, and what Enter does there, which is what its button does. */
function Server({ profileId, search }: { readonly profileId: ProfileId; readonly search: string }) {
  const t = useTranslate();
  const row = useRow(profileId);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const action = useTimeSelector(() => rowAction(profileId));
  const status = useTimeSelector((now) => (row === undefined ? null : rowStatus(row, now, expiringMs)));
  if (row === undefined || status === null) return null;
  const { name, userName, address, environment } = row.profile;
  const highlights = highlightsFor(row, search);
  return (
    <>
      <span className={styles.icon} data-tone={statusTone(status)}>
        <StatusIcon status={status} busy={row.checking} />
      </span>
      <span className={styles.title}>
        <b>
          <Highlighted text={name} spans={highlights.name} />
        </b>
        <span className={styles.detail}>
          <Highlighted text={userName} spans={highlights.user} />
          <span> · </span>
          <Highlighted text={shortAddress(address)} spans={highlights.address} />
        </span>
      </span>
      <EnvironmentBadge environment={environment}>{t(`window:environment.${environment}`)}</EnvironmentBadge>
      {action === null || action === 'wait' ? null : (
        <span className={styles.action}>{t(`window:enter.short.${action}`)}</span>
      )}
    </>
  );
}
