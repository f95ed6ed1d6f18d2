import { sanitizeText } from '../servers/http/sanitize-text.ts';

const maxNameLength = 120;

/** A short description of a device from what it reports about itself; empty if it reports nothing. */
export function deviceName(info: Readonly<Record<string, string>>): string {
  const { app, version, computer, user_agent: agent } = info;
  if (app) return short([[app, version].filter(Boolean).join(' '), computer]);
  if (agent) return browserName(agent);
  return short(Object.values(info));
}

const short = (parts: readonly (string | undefined)[]): string =>
  sanitizeText(parts.filter(Boolean).join(' · '), maxNameLength);

// In this order, since each of these also contains the names of those below.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bYaBrowser\//, 'Yandex Browser'],
  [/\bElectron\//, 'Electron'],
  [/\bFirefox\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\bWindows\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** "Chrome · Windows" from a user agent; any other text is shortened. */
function browserName(agent: string): string {
  const find = (names: typeof browsers) => names.find(([shape]) => shape.test(agent))?.[1];
  const browser = find(browsers);
  return browser === undefined ? sanitizeText(agent, 60) : short([browser, find(systems)]);
}
