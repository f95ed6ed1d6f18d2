import type { ReactNode } from 'react';
import type { Environment } from '../../../contract/profiles/profile.ts';
import styles from './environment-badge.module.css';

/** The label of a test or production server; color is never the only sign. */
export function EnvironmentBadge({
  environment,
  children,
}: {
  readonly environment: Environment;
  readonly children: ReactNode;
}) {
  return environment === 'none' ? null : (
    <span className={styles.badge} data-environment={environment}>
      {children}
    </span>
  );
}
