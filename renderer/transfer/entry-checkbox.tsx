import { environments } from '../../contract/profiles/profile.ts';
import type { Translate } from '../../contract/texts.ts';
import type { ChosenEntry, FieldChange } from '../../contract/transfer.ts';
import { Fingerprint } from '../components/display/fingerprint.tsx';
import { Checkbox } from '../components/forms/checkbox.tsx';
import { useTranslate } from '../i18n/translate.ts';
import type { UsableEntry } from './selection.ts';
import styles from './transfer.module.css';

interface Props {
  readonly entry: UsableEntry;
  readonly chosen: ChosenEntry | undefined;
  readonly onSelect: (on: boolean) => void;
  readonly onChange: (chosen: ChosenEntry) => void;
}

/** An entry of an import: what would change, and its options. */
export function EntryCheckbox({ entry, chosen, onSelect, onChange }: Props) {
  const t = useTranslate();
  const { name, userName, address, pin } = entry;
  return (
    <div>
      <Checkbox
        label={name}
        hint={`${userName} · ${address.replace(/^https:\/\//, '')}`}
        checked={chosen !== undefined}
        onChange={(event) => onSelect(event.target.checked)}
      />
      <div className={styles.along}>
        {entry.kind === 'changed' && entry.changes.length > 0 ? <Changes changes={entry.changes} /> : null}
        {entry.kind === 'changed' && entry.endsSession ? (
          <p className={styles.warning}>{t('transfer:importing.endsSession')}</p>
        ) : null}
        {pin === null ? null : <Pin entry={entry} pin={pin} chosen={chosen} onChange={onChange} />}
        {entry.secrets === 'none' ? null : <Secrets entry={entry} chosen={chosen} onChange={onChange} />}
      </div>
    </div>
  );
}

function Changes({ changes }: { readonly changes: readonly FieldChange[] }) {
  const t = useTranslate();
  return (
    <dl className={styles.changes}>
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{t(`transfer:importing.fields.${change.field}`)}</dt>
          <dd>
            <del>{valueText(t, change, change.before)}</del> → <ins>{valueText(t, change, change.after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

type PartProps = Pick<Props, 'entry' | 'chosen' | 'onChange'>;

function Pin({ entry, pin, chosen, onChange }: PartProps & { readonly pin: string }) {
  const t = useTranslate();
  const { pinBefore } = entry;
  return (
    <>
      <Checkbox
        label={t(pinBefore === null ? 'transfer:importing.withPin' : 'transfer:importing.withPinInstead')}
        checked={chosen?.withPin ?? false}
        disabled={chosen === undefined}
        onChange={(event) => {
          const withPin = event.target.checked;
          // Secrets are restored only together with the trust they were sealed for.
          if (chosen) onChange({ ...chosen, withPin, withSecrets: withPin && chosen.withSecrets });
        }}
      />
      <div className={styles.pin}>
        <p className={styles.who}>{t('transfer:importing.fingerprint')}</p>
        <Fingerprint hex={pin} copyLabel={t('connection:copyFingerprint')} />
        {pinBefore === null ? null : (
          <>
            <p className={styles.who}>{t('transfer:importing.pinBefore')}</p>
            <Fingerprint hex={pinBefore} copyLabel={t('connection:copyFingerprint')} />
          </>
        )}
      </div>
    </>
  );
}

function Secrets({ entry, chosen, onChange }: PartProps) {
  const t = useTranslate();
  const isOpen = chosen !== undefined && (entry.pin === null || chosen.withPin);
  const needsPin = chosen !== undefined && !isOpen;
  return (
    <Checkbox
      label={t(
        entry.secrets === 'replaces'
          ? 'transfer:importing.replaceSecrets'
          : 'transfer:importing.restoreSecrets',
      )}
      hint={needsPin ? t('transfer:importing.onlyWithPin') : undefined}
      checked={isOpen && chosen.withSecrets}
      disabled={!isOpen}
      onChange={(event) => {
        if (chosen) onChange({ ...chosen, withSecrets: event.target.checked });
      }}
    />
  );
}

function valueText(t: Translate, { field }: FieldChange, value: string): string {
  const environment = environments.find((one) => one === value);
  if (field === 'environment' && environment) return t(`window:environment.${environment}`);
  if (field === 'favourite') return t(value === 'yes' ? 'transfer:importing.yes' : 'transfer:importing.no');
  return value === '' ? t('transfer:importing.nothing') : value;
}
