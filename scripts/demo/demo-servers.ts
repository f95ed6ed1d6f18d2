import type { Environment } from '../../contract/profiles/profile.ts';
import { admin, guard, operator } from '../../test/emulator/default-users.ts';
import { type Emulator, startEmulator } from '../../test/emulator/emulator.ts';
import type { Switches } from '../../test/emulator/switches/switch-table.ts';
import type { Person } from '../../test/emulator/world/people.ts';

interface DemoPlan {
  readonly name: string;
  readonly person: Person;
  readonly tag: string;
  readonly environment: Environment;
  /** Whether the demo logs in, or leaves that to the person. */
  readonly isLoggedIn: boolean;
  readonly switches: Partial<Switches>;
}

/** A running server of the demo and how it appears. */
export interface DemoServer extends DemoPlan {
  readonly emulator: Emulator;
}

const twentyHours = 20 * 3600;
const firstLastingPort = 27_801;

const plans: readonly DemoPlan[] = [
  {
    name: 'Airport T2',
    person: operator,
    tag: 'airport',
    environment: 'production',
    isLoggedIn: true,
    switches: {},
  },
  {
    name: 'Metro north',
    person: guard,
    tag: 'metro',
    environment: 'test',
    isLoggedIn: true,
    switches: { sessionSeconds: twentyHours },
  },
  { name: 'Training room', person: admin, tag: 'lab', environment: 'none', isLoggedIn: false, switches: {} },
];

/** Starts the FindFace emulators; with a kept data folder they get the same ports every time. */
export async function startDemoServers(isKept: boolean): Promise<DemoServer[]> {
  const servers: DemoServer[] = [];
  for (const [place, plan] of plans.entries()) {
    const port = isKept ? firstLastingPort + place : 0;
    servers.push({ ...plan, emulator: await startEmulator({ port, switches: plan.switches }) });
  }
  return servers;
}
