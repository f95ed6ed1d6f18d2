import { resolveElectron } from './electron/electron-runtime.ts';

const tell = (sentence: string) => process.stderr.write(`${sentence}\n`);

try {
  const runtime = await resolveElectron(tell);
  tell(runtime.note);
  process.stdout.write(`${runtime.executable}\n`);
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
