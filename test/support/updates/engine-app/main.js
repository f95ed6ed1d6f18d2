// The built app, whose engine of updates a test can load. Not installed by an installer, the app would never load it.
import { readdirSync } from 'node:fs';

const built = new URL('../../../../out/main/', import.meta.url);
globalThis.loadEngine = () => {
  const chunk = readdirSync(built).find((name) => /^engine-.*\.js$/.test(name));
  return import(new URL(chunk, built).href);
};
await import(new URL('index.js', built).href);
