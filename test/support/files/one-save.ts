import { fileIn } from './kept-lines.ts';

// Runs as a separate process of a user with fewer rights: opens the file of a folder, saves once and prints the result.
const file = fileIn(process.argv[2] ?? '');
const opening = await file.open();
const saved = await file.save(() => 'new');
process.stdout.write(JSON.stringify({ opening, saved }));
