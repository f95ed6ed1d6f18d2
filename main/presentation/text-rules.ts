import { hiddenText, type Placeholders } from './placeholders.ts';

/** What takes the place of texts, by what they hold. */
export const put = {
  /** Nothing is left of it. */
  nothing: () => '',
  /** That there is something is left of it. */
  hidden: () => hiddenText,
  serverNamed: (text: string, names: Placeholders) => names.serverNamed(text),
  host: (text: string, names: Placeholders) => names.host(text),
  origin: (text: string, names: Placeholders) => names.origin(text),
  user: (text: string, names: Placeholders) => names.user(text),
  tag: (text: string, names: Placeholders) => names.tag(text),
  device: (text: string, names: Placeholders) => names.device(text),
  deviceId: (text: string, names: Placeholders) => names.deviceId(text),
  certificate: (text: string, names: Placeholders) => names.certificate(text),
  ip: (text: string, names: Placeholders) => names.ip(text),
  format: (text: string, names: Placeholders) => names.format(text),
} as const;
