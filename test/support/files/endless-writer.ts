import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { DurableFile } from '../../../main/files/durable-file.ts';
import { breakingDisk } from './breaking-disk.ts';
import { generations } from './generations-shape.ts';

// Runs as a separate process that is killed: saves one generation after another and reports every step.
const tell = (word: string) => writeSync(1, `${word}\n`);

const path = join(process.argv[2] ?? '', 'lines.txt');
const file = new DurableFile(path, generations, { disk: breakingDisk((call) => tell(call)) });
const opening = await file.open();
for (let value = opening.kind === 'ok' ? opening.value + 1 : 1; ; value += 1) {
  const saved = await file.save(() => value);
  tell(saved.ok ? `saved ${value}` : 'trouble');
}
