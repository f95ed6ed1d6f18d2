import { isPlainObject } from '../../contract/message-size.ts';
import { plainValues } from './policy-names.ts';

/** The key of Windows' registry that holds the policy; only administrators can write there. */
export const registryKey = 'HKLM\\Software\\Policies\\FindFace Session Manager';

/** Values of the registry as they would stand in a policy file, unchecked. */
export interface RegistryPolicy {
  readonly own: Readonly<Record<string, unknown>>;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly locked: Readonly<Record<string, unknown>>;
}

/**
 * Parses the output of `reg.exe query KEY /s`; null if the key holds nothing.
 *
 * Only lines with a key or a value are read, since the others are in the language of Windows.
 */
export function parseRegistry(output: string): RegistryPolicy | null {
  const found = { own: {}, defaults: {}, locked: {} } satisfies Record<string, Record<string, unknown>>;
  let into: Record<string, unknown> | null = null;
  for (const line of output.split(/\r?\n/)) {
    if (line.startsWith('HKEY_')) into = sectionOf(line.trim(), found);
    const [, name, type = '', text = ''] = /^ {4}(\S.*?) {4}(REG_[A-Z_]+) {4}(.*)$/.exec(line) ?? [];
    if (into && name !== undefined) into[name] = type === 'REG_DWORD' ? Number(text) : text;
  }
  if (Object.values(found).every((values) => Object.keys(values).length === 0)) return null;
  const { own, defaults, locked } = found;
  return { own: onOff(own), defaults: plainValues(defaults), locked: plainValues(locked) };
}

/** A parsed policy file with the values of the registry, which win. */
export function withRegistry(raw: unknown, { own, defaults, locked }: RegistryPolicy): unknown {
  if (!isPlainObject(raw)) return raw;
  const part = (name: string, values: object) => {
    const found = (raw as Record<string, unknown>)[name] ?? {};
    return isPlainObject(found) ? { ...found, ...values } : found;
  };
  return { ...raw, ...own, defaults: part('defaults', defaults), locked: part('locked', locked) };
}

function sectionOf<Section>(key: string, found: { own: Section; defaults: Section; locked: Section }) {
  const root = registryKey.replace('HKLM', 'HKEY_LOCAL_MACHINE').toLowerCase();
  const path = key.toLowerCase();
  if (path === root) return found.own;
  if (path === `${root}\\defaults`) return found.defaults;
  return path === `${root}\\locked` ? found.locked : null;
}

function onOff(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { lockServers } = values;
  return lockServers === 0 || lockServers === 1 ? { ...values, lockServers: lockServers === 1 } : values;
}
