import type { Translate } from '../texts.ts';

/** The subjects that have a name on screen, in the order of the list: models of FindFace, others with their app. */
const subjects = [
  'humancard',
  'carcard',
  'cards',
  'batchupload',
  'cardattachment',
  'dossierfield',
  'watchlist',
  'camera',
  'cameragroup',
  'camerapreset',
  'faceevent',
  'bodyevent',
  'carevent',
  'eventcomment',
  'faceepisode',
  'bodyepisode',
  'carepisode',
  'faceobject',
  'bodyobject',
  'carobject',
  'facecluster',
  'bodycluster',
  'carcluster',
  'clusterevent',
  'case',
  'casecluster',
  'caseparticipant',
  'searchrequest',
  'bookmark',
  'sharelink',
  'report',
  'visitor',
  'remotemonitoring',
  'counter',
  'counterrecord',
  'area',
  'areaactivation',
  'arearecord',
  'zone',
  'floorplan',
  'floorplanmark',
  'linegraph',
  'interaction',
  'interactionrole',
  'relation',
  'relationlink',
  'contactlist',
  'tagset',
  'verification',
  'videoarchive',
  'videochunk',
  'externalvms',
  'vmsplugin',
  'externaldetector',
  'puppeteer',
  'webhook',
  'alarmrule',
  'accesspoint',
  'user',
  'userface',
  'auth_group',
  'all_own_sessions',
  'ffsecauthsession',
  'deviceblacklistrecord',
  'auditrecord',
  'runtimesetting',
  'ntls',
  'admin_logentry',
  'knox_authtoken',
  'sessions_session',
  'reversion_revision',
  'reversion_version',
] as const;
type Subject = (typeof subjects)[number];

const verbs = ['view', 'add', 'change', 'delete', 'create', 'batchupload', 'configure'] as const;
type Verb = (typeof verbs)[number];

/** A right such as `ffsecurity.view_humancard` in words; what has no words is named as in its code. */
export interface RightWords {
  readonly code: string;
  /** What it is about: "Dossiers". */
  readonly subject: string;
  /** What it allows: "view"; empty if the code does not say. */
  readonly verb: string;
  /** Its position among all subjects and verbs. */
  readonly rank: number;
}

/** The words for a right. */
export function rightWords(t: Translate, code: string): RightWords {
  const [, app = '', verb = '', model = ''] = /^([^.]*)\.([^_]+)_(.+)$/.exec(code) ?? [];
  if (model === '') return { code, subject: code, verb: '', rank: rankOf(subjects.length, 0) };
  const name = app === 'ffsecurity' ? model : `${app}_${model}`;
  const [nth, verbAt] = [placeOf(subjects, name), placeOf(verbs, verb)];
  return {
    code,
    subject: isOneOf(subjects, name) ? t(`rights:subjects.${name}`) : model,
    verb: isOneOf(verbs, verb) ? t(`rights:verbs.${verb}`) : verb,
    rank: rankOf(nth, verbAt),
  };
}

/** A right in one line: "Dossiers (delete)". */
export function formatRight(t: Translate, code: string): string {
  const { subject, verb } = rightWords(t, code);
  return verb === '' ? subject : t('rights:one', { subject, verb });
}

/** A missing right for a person and the administrator they ask: "Dossiers (delete) [ffsecurity.delete_humancard]". */
export function formatRightWithCode(t: Translate, code: string): string {
  const right = formatRight(t, code);
  return right === code ? code : t('rights:withCode', { right, code });
}

const rankOf = (subject: number, verb: number): number => subject * (verbs.length + 1) + verb;

function placeOf(list: readonly string[], name: string): number {
  const place = list.indexOf(name);
  return place === -1 ? list.length : place;
}

function isOneOf<Name extends Subject | Verb>(list: readonly Name[], name: string): name is Name {
  return (list as readonly string[]).includes(name);
}
