import * as v from 'valibot';
import { maxEntries } from '../../../contract/transfer.ts';
import { parseColumn } from './column-names.ts';
import type { ImportedEntry, ParsedImport } from './imported-entry.ts';

const text = v.pipe(v.string(), v.maxLength(5_000));

// Only the fields needed here; Postman writes others, depending on its version.
const environment = v.object({
  name: v.optional(text, ''),
  values: v.pipe(
    v.array(
      v.object({
        key: text,
        value: v.optional(v.unknown()),
        enabled: v.optional(v.boolean(), true),
        type: v.optional(v.unknown()),
      }),
    ),
    v.maxLength(1_000),
  ),
});

const several = v.object({
  environments: v.pipe(v.array(environment), v.minLength(1), v.maxLength(maxEntries)),
});

type Environment = v.InferOutput<typeof environment>;

interface Variable {
  readonly key: string;
  readonly value: string;
  readonly isSecret: boolean;
}

/** Parses Postman environments, one per server; null if the file has none. */
export function readPostman(raw: unknown): ParsedImport | null {
  const environments = environmentsIn(raw);
  if (environments === null) return null;
  const sets = environments.map(({ name, values }) => ({ name, variables: readVariables(values) }));
  return {
    source: 'postman',
    items: sets.map(({ name, variables }) => incomingFrom(name, variables)),
    secretsLeftOut: sets.some(({ variables }) =>
      variables.some(({ isSecret, value }) => isSecret && value.trim() !== ''),
    ),
  };
}

function environmentsIn(raw: unknown): readonly Environment[] | null {
  const one = v.safeParse(environment, raw);
  if (one.success) return [one.output];
  const dump = v.safeParse(several, raw);
  return dump.success ? dump.output.environments : null;
}

function readVariables(values: Environment['values']): readonly Variable[] {
  return values
    .filter(({ enabled }) => enabled)
    .map(({ key, value, type }) => ({
      key: key.trim(),
      value:
        typeof value === 'string' ? value.slice(0, 5_000) : typeof value === 'number' ? String(value) : '',
      isSecret: type === 'secret' || isSecretName(key),
    }));
}

function incomingFrom(name: string, variables: readonly Variable[]): ImportedEntry {
  // SECURITY: secret variables are not even read, so they cannot get into any field.
  const open = variables.filter(({ isSecret }) => !isSecret);
  const say = (column: 'address' | 'userName'): string => {
    const found = open.filter(({ key, value }) => parseColumn(key) === column && value.trim() !== '');
    // A full URL is better than a host name.
    const best = found.find(({ value }) => /^https?:\/\//i.test(value)) ?? found[0];
    return filled(best?.value ?? '', open).trim();
  };
  return {
    address: say('address'),
    userName: say('userName'),
    name: name.trim() || null,
    ...{ tags: null, environment: null, favourite: null, notes: null, pin: null, kept: null },
  };
}

/** Replaces `{{…}}` references to other variables. */
function filled(value: string, variables: readonly Variable[]): string {
  return value.replace(/\{\{([^{}]{1,200})\}\}/g, (whole, key: string) => {
    const found = variables.find((variable) => variable.key === key.trim());
    return found === undefined || found.value.includes('{{') ? whole : found.value;
  });
}

function isSecretName(key: string): boolean {
  return parseColumn(key) === 'secret' || /pass|pwd|token|secret|auth|api.?key|парол|токен/i.test(key);
}
