import { ensureSystem } from './system/install-packages.ts';

const isReady = await ensureSystem((sentence) => process.stderr.write(`${sentence}\n`));
if (!isReady) process.exitCode = 1;
