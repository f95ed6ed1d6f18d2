import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { awaitReader } from '../../../main/live-files/pipe/reader-signal.ts';

// Waits for readers of a pipe in a process of its own, which a test kills.
const [path = ''] = process.argv.slice(2);
const pathOnly = 0o10000000;
const handle = await open(path, pathOnly | constants.O_NOFOLLOW);
awaitReader(handle);
process.stdout.write('waiting\n');
