import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { toDuration } from '../../contract/core/durations.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { formatShortDuration } from '../../contract/i18n/format-time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { chosenSteps } from '../../contract/sessions/reminders.ts';
import { stableSession } from '../../contract/sessions/session.ts';
import type { Translate } from '../../contract/texts.ts';
import { Button, IconButton } from '../components/buttons/button.tsx';
import { ScrollArea } from '../components/layout/scroll-area.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState, useRow } from '../state/app-state.ts';
import { openDialog, setViewState, useViewState } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';
import { ReminderRow } from './reminder-row.tsx';
import styles from './reminders-popover.module.css';
import { SnoozeMenu } from './snooze-menu.tsx';

/**
 * The reminders below their bell, over the window, so that nothing in the list moves. It stays open under a log-in that
 * begins here; a row that is done says so, and leaves when it closes.
 */
export function RemindersPopover() {
  const t = useTranslate();
  const bell = useRef(document.querySelector('[data-reminders]'));
  const due = useAppState(({ reminders }) => reminders.due);
  const [listed, setListed] = useState(due);
  const [snoozed, setSnoozed] = useState<ReadonlyMap<ProfileId, EpochMs>>(new Map());
  const [menu, setMenu] = useState<{ readonly profileId: ProfileId; readonly at: DOMRect } | null>(null);
  const fresh = due.filter((id) => !listed.includes(id));
  if (fresh.length > 0) setListed([...listed, ...fresh]);
  return (
    <>
      <Popover
        isOpen
        aria-label={t('reminders:title')}
        triggerRef={bell}
        placement="bottom"
        offset={6}
        // Dialogs, which are opened from here, are above it.
        style={{ zIndex: 9 }}
        shouldCloseOnInteractOutside={() => menu === null && useViewState.getState().dialog === null}
        onOpenChange={(open) => {
          if (!open) setViewState({ remindersOpen: false });
        }}
        className={styles.popover ?? ''}
      >
        <Dialog data-dialog="" className={styles.dialog ?? ''}>
          <header className={styles.head}>
            <Heading slot="title" className={styles.title ?? ''}>
              <Title t={t} due={due} />
            </Heading>
            <IconButton
              label={t('reminders:settings')}
              onPress={() => openDialog({ kind: 'settings', section: 'checks', setting: 'remind14Days' })}
            >
              <SlidersHorizontal />
            </IconButton>
          </header>
          {listed.length === 0 ? (
            <Empty t={t} />
          ) : (
            <ScrollArea label={t('reminders:title')} className={styles.list}>
              <ul>
                {listed.map((id, place) => (
                  <ReminderRow
                    key={id}
                    profileId={id}
                    isFirst={place === 0}
                    isDue={due.includes(id)}
                    snoozedUntil={snoozed.get(id) ?? null}
                    isSnoozing={menu?.profileId === id}
                    onSnooze={(at) => setMenu({ profileId: id, at })}
                  />
                ))}
              </ul>
            </ScrollArea>
          )}
          <Foot t={t} due={due} />
        </Dialog>
      </Popover>
      {menu === null ? null : (
        <SnoozeMenu
          {...menu}
          onClose={() => setMenu(null)}
          onSnooze={(until) => setSnoozed(new Map(snoozed).set(menu.profileId, until))}
        />
      )}
    </>
  );
}

interface Props {
  readonly t: Translate;
  readonly due: readonly ProfileId[];
}

function Title({ t, due }: Props) {
  const now = useNow();
  const count = due.length;
  // The last one of them ends last.
  const last = stableSession(useRow(due.at(-1) ?? null)?.session ?? { phase: 'logged-out' });
  if (count === 0) return t('reminders:title');
  const isOver = last.phase !== 'logged-out' && (last.expiresAt ?? now) <= now;
  return isOver ? t('reminders:over', { count }) : t('reminders:soon', { count });
}

function Empty({ t }: { readonly t: Translate }) {
  const isOff = useAppState(({ settings }) => chosenSteps(settings).length === 0);
  return (
    <div className={styles.empty}>
      <p>{t('reminders:none')}</p>
      <p className={styles.hint}>{t(isOff ? 'reminders:noneOff' : 'reminders:noneHint')}</p>
    </div>
  );
}

function Foot({ t, due }: Props) {
  const settings = useAppState((state) => state.settings);
  const steps = chosenSteps(settings)
    .filter((step) => step > 0)
    .map((step) => formatShortDuration(t, toDuration(step)));
  if (due.length < 2 && steps.length === 0) return null;
  return (
    <footer className={styles.foot}>
      {due.length < 2 ? null : (
        <Button variant="ghost" onPress={() => openDialog({ kind: 'bulk-login', profileIds: due })}>
          {t('login:bulk.open')}
        </Button>
      )}
      {steps.length === 0 ? null : (
        <p className={styles.steps}>{t('reminders:before', { steps: steps.join(' · ') })}</p>
      )}
    </footer>
  );
}
