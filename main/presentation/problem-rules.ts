import type { CertificateFacts } from '../../contract/core/certificate.ts';
import type { Problem, ServerProblem } from '../../contract/core/problem.ts';
import type { MaskRules } from './masking.ts';
import { hiddenText } from './placeholders.ts';
import { put } from './text-rules.ts';

/** By the fingerprint of a certificate that everybody trusts, anybody finds its host in public logs. */
export const certificateRules = {
  fingerprint: put.certificate,
  subject: put.hidden,
  issuer: put.hidden,
  names: put.hidden,
} as const satisfies MaskRules<CertificateFacts>;

/** Of the failures of requests; a server can put names into its own words. */
export const serverProblemRules = {
  host: put.host,
  certificate: certificateRules,
  trusted: put.certificate,
  detail: put.hidden,
  proxy: put.host,
  schemes: 'keep',
  answer: put.hidden,
  fingerprint: put.certificate,
  subject: put.hidden,
  to: put.hidden,
  field: 'keep',
  userName: put.user,
  serverCode: put.hidden,
  desc: put.hidden,
  scheme: 'keep',
  missing: 'keep',
  parameter: 'keep',
  other: put.user,
} as const satisfies MaskRules<ServerProblem>;

/** Of all failures. */
export const problemRules: MaskRules<Problem> = {
  ...serverProblemRules,
  port: 'keep',
  file: (text, _names, { code }) => (code === 'not-saved' ? text : hiddenText),
  source: put.hidden,
  offered: 'keep',
  current: 'keep',
  version: 'keep',
  folder: put.hidden,
  other: (text, names, owner) => ('otherUser' in owner ? names.serverNamed(text) : names.user(text)),
  otherUser: put.user,
  cause: serverProblemRules,
};
