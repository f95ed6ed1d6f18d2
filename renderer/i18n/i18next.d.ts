import type { Wording } from '../../contract/wording/en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'wording';
    resources: { wording: Wording };
  }
}
