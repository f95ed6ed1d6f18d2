import { type Answer, json } from '../http/answer.ts';
import { problem } from '../http/problems.ts';
import type { Route, SignedVisit } from '../http/route.ts';

/** Small requests that show that a token gives access to data. */
export const extraRoutes: readonly Route[] = [
  { path: '/cameras/count/', token: 'needed', methods: { GET: countCameras } },
  { path: '/settings', token: 'needed', methods: { GET: () => json(200, settings) } },
];

const settings = {
  license_accepted: true,
  generic_confidence_threshold: 0.72,
  faces_max_age: 2_592_000,
  unmatched_events_max_age: 604_800,
  events_cleanup_interval: 3600,
};

function countCameras({ asked }: SignedVisit): Answer {
  if (asked.switches.camera === 'fine') return json(200, { count: 12 });
  return problem(asked, 401, 'ONVIF_UNAUTHORIZED', 'The camera refused the connection.');
}
