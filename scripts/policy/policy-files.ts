import { adml, admx } from './admx.ts';
import { policySchema } from './json-schema.ts';
import { policyTexts } from './policy-texts.ts';

/** The files of `docs/policy` with their content, all made of the settings that exist. */
export function policyFiles(): Readonly<Record<string, string>> {
  const name = 'FindFaceSessionManager';
  return {
    'policy.schema.json': `${JSON.stringify(policySchema(), null, 2)}\n`,
    [`${name}.admx`]: admx(),
    [`en-US/${name}.adml`]: adml(policyTexts('en')),
    [`ru-RU/${name}.adml`]: adml(policyTexts('ru')),
    [`es-ES/${name}.adml`]: adml(policyTexts('es')),
  };
}
