/** The three built-in roles of FindFace. */
export type Role = 1 | 2 | 3;

const verbs = ['view', 'add', 'change', 'delete'] as const;

// The models that an Operator may add, change and delete.
const workModels =
  'humancard carcard cardattachment case casecluster caseparticipant remotemonitoring report searchrequest bookmark sharelink visitor'.split(
    ' ',
  );

// The models that a User may also view.
const seenModels =
  'camera cameragroup watchlist faceevent bodyevent carevent faceepisode bodyepisode carepisode faceobject bodyobject carobject facecluster bodycluster carcluster counter counterrecord area areaactivation arearecord zone floorplan floorplanmark eventcomment clusterevent'.split(
    ' ',
  );

const operatorModels =
  'videoarchive videochunk puppeteer externalvms vmsplugin externaldetector camerapreset webhook linegraph interaction interactionrole relation relationlink contactlist tagset verification alarmrule'.split(
    ' ',
  );

const adminModels =
  'user userface ffsecauthsession deviceblacklistrecord all_own_sessions auditrecord runtimesetting dossierfield'.split(
    ' ',
  );

const allModels = [...workModels, ...seenModels, ...operatorModels, ...adminModels, 'accesspoint'];

function may(app: string, models: readonly string[], allowed: readonly string[] = verbs): string[] {
  return models.flatMap((model) => allowed.map((verb) => `${app}.${verb}_${model}`));
}

const byRole: Record<Role, readonly string[]> = {
  1: [
    ...may('ffsecurity', allModels),
    'ffsecurity.configure_ntls',
    'ffsecurity.batchupload_cards',
    'ffsecurity.create_batchupload',
    ...may('reversion', ['revision', 'version']),
    ...may('auth', ['group']),
    ...may('admin', ['logentry']),
    ...may('knox', ['authtoken']),
    ...may('sessions', ['session']),
  ],
  2: [
    ...may('ffsecurity', [...workModels, ...seenModels, ...operatorModels, 'accesspoint'], ['view']),
    ...may('ffsecurity', workModels, ['add', 'change', 'delete']),
    ...may('ffsecurity', ['all_own_sessions'], ['view', 'delete']),
  ],
  3: may('ffsecurity', [...workModels, ...seenModels], ['view']),
};

/** All permissions of a role, as in `permissions` of its users. */
export function permissionsOf(role: Role): readonly string[] {
  return byRole[role];
}
