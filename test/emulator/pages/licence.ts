import { type Answer, json } from '../http/answer.ts';
import { notFound } from '../http/problems.ts';
import type { Route, SignedVisit } from '../http/route.ts';

/** The license service, which is at the site root even if the API is under a prefix. */
export const licenceRoutes: readonly Route[] = [
  { path: '/ntls/license.json', token: 'needed', methods: { GET: ifThere('old', oldLicence) } },
  { path: '/ntls/usage-report.json', token: 'needed', methods: { GET: ifThere('old', usage) } },
  { path: '/ntls/v1/licenses.json', token: 'needed', methods: { GET: ifThere('new', licences) } },
  { path: '/ntls/v1/usage-report.json', token: 'needed', methods: { GET: ifThere('new', usage) } },
];

const licenceId = 'a1c0ffee-0000-4000-8000-000000000001';
const daySeconds = 24 * 3600;

/** Negative limits mean no limit. */
const products = {
  findface_multi: {
    resources: { cameras: { current: 12, value: 40 }, faces: { current: 18_204, value: -1 } },
  },
};

function ifThere(version: 'old' | 'new', page: (visit: SignedVisit) => Answer) {
  return (visit: SignedVisit) => {
    const { ntls } = visit.asked.switches;
    return ntls === 'both' || ntls === version ? page(visit) : notFound(visit.asked);
  };
}

function oldLicence({ world, asked }: SignedVisit): Answer {
  return json(200, {
    generated: Math.floor(world.clock.now() / 1000),
    last_updated: 2,
    license_id: licenceId,
    source: 'local',
    type: 'offline',
    valid: { valid: asked.switches.licenceDays > 0, description: '' },
  });
}

function licences({ world, asked }: SignedVisit): Answer {
  const { licenceDays } = asked.switches;
  return json(200, {
    licenses: [
      {
        license_id: licenceId,
        valid: { valid: licenceDays > 0 },
        expire_date: Math.floor(world.clock.now() / 1000) + licenceDays * daySeconds,
        last_updated: 2,
        products,
      },
    ],
  });
}

function usage(): Answer {
  return json(200, { products });
}
