import type { Problem } from '../../contract/core/problem.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useRow } from '../state/app-state.ts';
import styles from './quick-access.module.css';

/** What went wrong with a server. */
export function QuickProblem({ of, problem }: { readonly of: ProfileId; readonly problem: Problem }) {
  const row = useRow(of);
  const { name = '', userName = '' } = row?.profile ?? {};
  return (
    <div className={styles.problem}>
      <ProblemBox problem={problem} name={name} userName={userName} />
    </div>
  );
}
