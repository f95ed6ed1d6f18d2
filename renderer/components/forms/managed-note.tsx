import Building from 'lucide-react/icons/building-2';
import styles from './managed-note.module.css';

/** Says below a control who decides its value instead of the person. */
export function ManagedNote({ id, children }: { readonly id?: string; readonly children: string }) {
  return (
    <span id={id} className={styles.note}>
      <Building size={14} />
      {children}
    </span>
  );
}
