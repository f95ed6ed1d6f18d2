import type { UpdateStep } from '../../contract/installation/updates.ts';

/** What is worth telling of an update outside of the settings. */
export interface NewsOfUpdate {
  readonly kind: 'offered' | 'ready';
  readonly version: string;
  /** The same for the same news, which a person can dismiss. */
  readonly key: string;
}

/** The news of a step; null if there is nothing to do, or it is known already. */
export function newsOfUpdate(step: UpdateStep, dismissed: string | null): NewsOfUpdate | null {
  const isNews = step.kind === 'offered' || (step.kind === 'ready' && !step.atQuit);
  if (!isNews) return null;
  const { kind, update } = step;
  const key = `${kind} ${update.version}`;
  return key === dismissed ? null : { kind, version: update.version, key };
}
