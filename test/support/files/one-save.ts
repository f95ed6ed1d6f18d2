import { fileIn } from '../disk/kept-lines.ts';

// Run as a process of its own, by a user who may do less: opens the file of a folder, saves once and says what came of it.
const file = fileIn(process.argv[2] ?? '');
const opening = await file.open();
const saved = await file.save(() => 'new');
process.stdout.write(JSON.stringify({ opening, saved }));
