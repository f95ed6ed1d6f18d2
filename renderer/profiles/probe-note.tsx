import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { Button } from '../parts/button.tsx';
import { Spinner } from '../parts/spinner.tsx';
import type { CertificateProblem } from '../state/view-state.ts';
import { useWords } from '../words.ts';
import type { ProbeState } from './probe-desk.ts';
import styles from './probe-note.module.css';
import { type ProbeWords, sayFinding, sayTrouble } from './probe-words.ts';

interface Props {
  readonly state: ProbeState;
  /** Takes another address than the one that stands in the field. */
  readonly onUse: (address: string) => void;
  readonly onCompare: (met: CertificateProblem) => void;
}

/** One calm line under the address: what answers there, or why nothing does. */
export function ProbeNote({ state, onUse, onCompare }: Props) {
  const t = useWords();
  return (
    <div role="status" aria-label={t('probe.label')} className={styles.note}>
      <Content state={state} onUse={onUse} onCompare={onCompare} />
    </div>
  );
}

function Content({ state, onUse, onCompare }: Props) {
  const t = useWords();
  if (state.kind === 'idle') return null;
  if (state.kind === 'asking')
    return (
      <p className={styles.line} data-tone="asking">
        <Spinner />
        {t('probe.asking')}
      </p>
    );
  const words: ProbeWords =
    state.kind === 'found'
      ? sayFinding(t, state.finding, state.address)
      : sayTrouble(t, state.problem, state.address);
  const met = state.kind === 'trouble' ? certificateIn(state.problem) : null;
  return (
    <>
      <p className={styles.line} data-tone={words.isGood ? 'good' : 'bad'}>
        {words.isGood ? <CircleCheck size={14} /> : <TriangleAlert size={14} />}
        <span>{words.headline}</span>
      </p>
      {words.more.map(({ text, isWarning }) => (
        <p key={text} className={styles.line} data-tone={isWarning ? 'warn' : 'more'}>
          {isWarning ? <TriangleAlert size={14} /> : <Info size={14} />}
          <span>{text}</span>
        </p>
      ))}
      <Buttons words={words} met={met} onUse={onUse} onCompare={onCompare} />
    </>
  );
}

function Buttons({
  words,
  met,
  onUse,
  onCompare,
}: Omit<Props, 'state'> & { readonly words: ProbeWords; readonly met: CertificateProblem | null }) {
  const t = useWords();
  const { offer } = words;
  if (offer === null && met === null) return null;
  return (
    <div className={styles.buttons}>
      {met === null ? null : <Button onPress={() => onCompare(met)}>{t('probe.compare')}</Button>}
      {offer === null ? null : (
        <Button onPress={() => onUse(offer)}>{t('probe.useAddress', { address: offer })}</Button>
      )}
    </div>
  );
}

function certificateIn(
  problem: Extract<ProbeState, { kind: 'trouble' }>['problem'],
): CertificateProblem | null {
  const { code } = problem;
  return code === 'certificate-untrusted' || code === 'certificate-changed' ? problem : null;
}
