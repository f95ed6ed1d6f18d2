import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import LockOpen from 'lucide-react/icons/lock-open';
import Server from 'lucide-react/icons/server';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { isPlainHttp } from '../connection/plain-http-warning.tsx';
import { useTranslate } from '../i18n/translate.ts';
import type { CertificateProblem } from '../state/view-state.ts';
import type { ProbeState } from './address-probe.ts';
import styles from './probe-note.module.css';
import { describeProbeProblem, describeProbeResult, type ProbeText } from './probe-text.ts';

interface Props {
  readonly state: ProbeState;
  /** The address in the field. */
  readonly typed: string;
  /** Whether it explains the field as long as there is nothing to say; otherwise it takes no room until then. */
  readonly explains: boolean;
  /** Replaces the address in the field. */
  readonly onUse: (address: string) => void;
  readonly onCompare: (met: CertificateProblem) => void;
}

/**
 * The result of a probe, in a box of constant size: facts, and the most important message. The rest is in the tooltip
 * and for screen readers.
 */
export function ProbeNote(props: Props) {
  const t = useTranslate();
  return (
    <div role="status" aria-label={t('forms:probe.label')} className={styles.note} data-idle={isEmpty(props)}>
      <Content {...props} />
    </div>
  );
}

function isEmpty({ state, typed }: Pick<Props, 'state' | 'typed'>): boolean {
  return state.kind === 'idle' && !isPlainHttp(typed);
}

function Content({ state, typed, explains, onUse, onCompare }: Props) {
  const t = useTranslate();
  if (state.kind === 'idle')
    return isPlainHttp(typed) ? (
      <Line tone="warn" icon={<LockOpen size={14} />}>
        {t('forms:probe.plainHttp')}
      </Line>
    ) : explains ? (
      <p className={styles.hint}>{t('forms:add.addressHint')}</p>
    ) : null;
  if (state.kind === 'asking')
    return (
      <Line tone="asking" icon={<Spinner />}>
        {t('forms:probe.asking')}
      </Line>
    );
  if (state.kind === 'failed') {
    const probeText = describeProbeProblem(t, state.problem, state.address);
    return (
      <>
        <Line tone="bad" icon={<TriangleAlert size={14} />} lines={3}>
          {probeText.headline}
        </Line>
        <Buttons
          probeText={probeText}
          met={certificateIn(state.problem)}
          onUse={onUse}
          onCompare={onCompare}
        />
      </>
    );
  }
  const probeText = describeProbeResult(t, state.finding, state.address);
  const [first, ...rest] = probeText.more;
  return (
    <>
      <Line
        tone={probeText.isGood ? 'good' : 'plain'}
        icon={probeText.isGood ? <CircleCheck size={14} /> : <Server size={14} />}
        lines={2}
      >
        {probeText.headline}
      </Line>
      {first === undefined ? null : (
        <Line
          tone={first.isWarning ? 'warn' : 'more'}
          icon={first.isWarning ? <TriangleAlert size={14} /> : <Info size={14} />}
          lines={2}
          more={rest.map(({ text }) => text)}
        >
          {first.text}
        </Line>
      )}
      <Buttons probeText={probeText} met={null} onUse={onUse} onCompare={onCompare} />
    </>
  );
}

interface LineProps {
  readonly tone: 'good' | 'plain' | 'bad' | 'warn' | 'more' | 'asking';
  readonly icon: ReactNode;
  /** Maximum number of lines. */
  readonly lines?: 1 | 2 | 3;
  /** Texts for the tooltip. */
  readonly more?: readonly string[];
  readonly children: string;
}

function Line({ tone, icon, lines = 1, more = [], children }: LineProps) {
  return (
    <p className={styles.line} data-tone={tone} title={[children, ...more].join('\n')}>
      {icon}
      <span className={styles.text} data-lines={lines}>
        {children}
      </span>
      {more.length === 0 ? null : <span className="unseen"> {more.join(' ')}</span>}
    </p>
  );
}

function Buttons({
  probeText,
  met,
  onUse,
  onCompare,
}: Pick<Props, 'onUse' | 'onCompare'> & {
  readonly probeText: ProbeText;
  readonly met: CertificateProblem | null;
}) {
  const t = useTranslate();
  const { offer } = probeText;
  if (offer === null && met === null) return null;
  const useOffer = t('forms:probe.useAddress', { address: offer ?? '' });
  return (
    <div className={styles.buttons}>
      {met === null ? null : <Button onPress={() => onCompare(met)}>{t('forms:probe.compare')}</Button>}
      {offer === null ? null : (
        <Button title={useOffer} onPress={() => onUse(offer)}>
          {useOffer}
        </Button>
      )}
    </div>
  );
}

function certificateIn(
  problem: Extract<ProbeState, { kind: 'failed' }>['problem'],
): CertificateProblem | null {
  const { code } = problem;
  return code === 'certificate-untrusted' || code === 'certificate-changed' ? problem : null;
}
