import AppWindow from 'lucide-react/icons/app-window';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import BookOpen from 'lucide-react/icons/book-open';
import Globe from 'lucide-react/icons/globe';
import LogIn from 'lucide-react/icons/log-in';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { formatInForce } from '../../contract/core/copy-format.ts';
import { allFormats } from '../../contract/core/format-groups.ts';
import type { Problem } from '../../contract/core/problem.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { FormatPreview } from '../../contract/sessions/copying.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { IconButton } from '../components/buttons/button.tsx';
import { EnvironmentBadge } from '../components/display/environment-badge.tsx';
import { StatusIcon, statusTone } from '../components/display/status-icon.tsx';
import { formatTitle } from '../i18n/format-names.ts';
import { describeStatus } from '../i18n/format-status.ts';
import { useTranslate } from '../i18n/translate.ts';
import { movedBy } from '../list/moved-by.ts';
import { useAppState, useRow } from '../state/app-state.ts';
import { useNow } from '../time/clock.ts';
import { actionSentence, actionTitle } from './actions/action-title.ts';
import { mainAction, mustBeHeld, otherActions, type QuickAction } from './actions/quick-action.ts';
import type { Hold } from './actions/use-hold.ts';
import { EnterKey, FooterKey, QuickFooter } from './quick-footer.tsx';
import styles from './quick-formats.module.css';
import { QuickProblem } from './quick-problem.tsx';

interface Props {
  readonly profileId: ProfileId;
  readonly problem: Problem | null;
  readonly hold: Hold;
  readonly onPress: (action: QuickAction) => void;
  readonly onBack: () => void;
}

/** The formats in which a session can be copied, and further actions of its server, in one list. */
export function QuickFormats({ profileId, onBack, ...rest }: Props) {
  const row = useRow(profileId);
  const isGone = row === undefined;
  useEffect(() => {
    if (isGone) onBack();
  }, [isGone, onBack]);
  return isGone ? null : <Formats row={row} onBack={onBack} {...rest} />;
}

const optionId = (index: number): string => `quick-action-${index}`;

function Formats({ row, problem, hold, onPress, onBack }: Omit<Props, 'profileId'> & { readonly row: Row }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const settings = useAppState((state) => state.settings);
  const templates = useAppState((state) => state.templates);
  const now = useNow();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const previews = usePreviews(row);
  const status = describeStatus(t, row, { now, language, expiringMs: expiringSpanMs(settings) });
  const { id, name, userName, environment, copyFormat } = row.profile;
  const usual = formatInForce(copyFormat, templates);
  const canCopy = mainAction(status.status).kind === 'copy';
  const formats = canCopy ? allFormats(templates).map((format) => ({ kind: 'copy', format }) as const) : [];
  const others = otherActions(status.status);
  const actions: readonly QuickAction[] = [...formats, ...others];
  const place = Math.min(active, actions.length - 1);
  const chosen = actions[place] ?? ({ kind: 'show' } as const);
  const isGuarded = mustBeHeld(chosen, row, { settings, templates });
  const sentence = actionSentence(t, chosen, row, templates);

  useLayoutEffect(() => list.current?.focus(), []);
  useLayoutEffect(() => {
    document.getElementById(optionId(place))?.scrollIntoView({ block: 'nearest' });
  }, [place]);

  const moveTo = (next: number): void => {
    hold.end();
    setActive(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const places: Readonly<Record<string, number>> = {
      ...{ ArrowDown: movedBy(place, 1, actions.length), ArrowUp: movedBy(place, -1, actions.length) },
      ...{ Home: 0, End: actions.length - 1 },
      ...{ ArrowRight: formats.length, ArrowLeft: 0 },
    };
    const next = places[event.key];
    if (next !== undefined) moveTo(Math.min(next, actions.length - 1));
    else if (event.key === 'Enter') {
      if (!event.repeat) onPress(chosen);
    } else if (event.key === 'Tab') {
      if (event.shiftKey) onBack();
    } else return;
    event.preventDefault();
  };

  const option = (action: QuickAction, index: number, content: ReactNode): ReactNode => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys.
    <div
      key={optionId(index)}
      id={optionId(index)}
      role="option"
      tabIndex={-1}
      aria-selected={index === place}
      className={styles.option}
      onPointerMove={index === place ? undefined : () => moveTo(index)}
      onMouseDown={(event) => {
        event.preventDefault();
        if (event.button === 0 && mustBeHeld(action, row, { settings, templates })) onPress(action);
      }}
      onMouseUp={hold.end}
      onMouseLeave={hold.end}
      onClick={() => mustBeHeld(action, row, { settings, templates }) || onPress(action)}
    >
      {content}
    </div>
  );

  return (
    <>
      <header className={styles.head}>
        <IconButton label={t('quick-access:back')} tabIndex={-1} onPress={onBack}>
          <ArrowLeft />
        </IconButton>
        <h1 className={styles.name} title={name}>
          {name}
        </h1>
        <EnvironmentBadge environment={environment}>
          {t(`window:environment.${environment}`)}
        </EnvironmentBadge>
        <span className={styles.user} title={userName}>
          {userName}
        </span>
        <span className={styles.status} data-tone={statusTone(status.status)}>
          <StatusIcon status={status.status} busy={row.checking} />
          <span>{status.label}</span>
        </span>
      </header>
      <div className={styles.panes}>
        <div
          ref={list}
          role="listbox"
          tabIndex={0}
          aria-label={t('quick-access:formats')}
          aria-activedescendant={optionId(place)}
          aria-describedby="quick-enter"
          className={styles.list}
          onKeyDown={onKeyDown}
          onKeyUp={(event) => {
            if (event.key === 'Enter') hold.end();
          }}
        >
          {formats.length === 0 ? null : (
            // biome-ignore lint/a11y/useSemanticElements: a group of options; a fieldset is for form fields.
            <div role="group" aria-label={t('copying:title')} className={styles.formats}>
              {formats.map((action, index) =>
                option(
                  action,
                  index,
                  <>
                    <span className={styles.title}>{formatTitle(t, action.format, templates)}</span>
                    {action.format === usual ? (
                      <span className={styles.usual}>{t('copying:default')}</span>
                    ) : null}
                    {index === place ? <EnterKey /> : null}
                  </>,
                ),
              )}
            </div>
          )}
          {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
          <div role="group" aria-label={t('quick-access:actions')} className={styles.actions}>
            <div className={styles.heading} aria-hidden>
              {t('quick-access:actions')}
            </div>
            {others.map((action, index) =>
              option(
                action,
                formats.length + index,
                <>
                  <ActionIcon action={action} />
                  <span className={styles.title}>{actionTitle(t, action, row, templates)}</span>
                  {formats.length + index === place ? <EnterKey /> : null}
                </>,
              ),
            )}
          </div>
        </div>
        {formats.length === 0 ? null : (
          <section className={styles.preview} aria-label={t('copying:preview')}>
            <div className={styles.heading} aria-hidden>
              {t('copying:preview')}
            </div>
            <pre>
              {chosen.kind === 'copy'
                ? (previews.find(({ format }) => format === chosen.format)?.text ?? '')
                : sentence}
            </pre>
          </section>
        )}
      </div>
      {problem === null ? null : <QuickProblem of={id} problem={problem} />}
      <QuickFooter
        enter={isGuarded ? t('quick-access:hold', { action: sentence }) : sentence}
        enterId="quick-enter"
        isHeld={hold.isHeld}
      >
        <FooterKey keys={['Shift', 'Tab']} label={t('quick-access:servers')} onPress={onBack} />
      </QuickFooter>
    </>
  );
}

function ActionIcon({ action }: { readonly action: QuickAction }) {
  if (action.kind === 'open')
    return action.page === 'interface' ? <Globe size={16} /> : <BookOpen size={16} />;
  return action.kind === 'show' ? <AppWindow size={16} /> : <LogIn size={16} />;
}

/** What each format looks like, with bullets for the token; nothing until main has said it. */
function usePreviews({ profile, session }: Row): readonly FormatPreview[] {
  const [previews, setPreviews] = useState<readonly FormatPreview[]>([]);
  const { id: profileId } = profile;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what they show depends on these.
  useEffect(() => {
    let isWanted = true;
    void bridge.readFormats({ profileId }).then((found) => {
      if (isWanted && found.ok) setPreviews(found.value);
    });
    return () => {
      isWanted = false;
    };
  }, [profileId, profile, session]);
  return previews;
}
