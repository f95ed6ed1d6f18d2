import type { Settings } from '../../../contract/settings.ts';
import type { PolicyFound } from '../../../main/policy/policy.ts';
import { readPolicy } from '../../../main/policy/policy-schema.ts';
import type { HeadlessApp } from '../headless-app.ts';

/** A policy file with this content, as it would be found. */
export function foundPolicy(content: object): PolicyFound {
  return { file: '/etc/policy.json', ...readPolicy(JSON.stringify({ version: 1, ...content })) };
}

/** Starts an app again under a policy with this content. */
export function under(
  app: HeadlessApp,
  content: object,
  settings: Partial<Settings> = {},
): Promise<HeadlessApp> {
  return app.restart(settings, undefined, foundPolicy(content));
}
