import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { bundledPackages } from './scripts/build/bundled-packages.ts';
import { onlyOurUpdater } from './scripts/build/only-our-updater.ts';
import { packedPageFiles } from './scripts/build/packed-page-files.ts';
import { packedParser } from './scripts/build/packed-parser.ts';
import { packedTexts } from './scripts/build/packed-texts.ts';
import { plainIcons } from './scripts/build/plain-icons.ts';

/** react-aria carries its own words in 34 languages; only those of the window are kept. */
const onlyOurLanguages: Plugin = {
  name: 'only-our-languages',
  enforce: 'pre',
  load(id) {
    const locale = /react-aria(?:-components)?\/dist\/private\/intl\/.*?([a-z]{2}-[A-Z]{2})\.mjs$/.exec(
      id,
    )?.[1];
    if (locale === undefined || ['en-US', 'ru-RU', 'es-ES'].includes(locale)) return null;
    return 'export default {};';
  },
};

/**
 * Most of undici is fetch, HTTP/2, web sockets, caches and mocks, which the app does not use and should not carry. Its
 * parser comes as WebAssembly with and without SIMD; the one that runs on every computer is fast enough.
 */
const onlyOurUndici: Plugin = {
  name: 'only-our-undici',
  enforce: 'pre',
  load(id) {
    if (/undici[\\/]lib[\\/]dispatcher[\\/]client-h2\.js$/.test(id)) return 'module.exports = () => {};';
    // For bodies made of a `FormData`; ours are text or bytes.
    if (/undici[\\/]lib[\\/]web[\\/]fetch[\\/]body\.js$/.test(id)) return 'module.exports = {};';
    if (/undici[\\/]lib[\\/]llhttp[\\/]llhttp_simd-wasm\.js$/.test(id))
      return `module.exports = require('./llhttp-wasm.js');`;
    if (/undici[\\/]lib[\\/]llhttp[\\/]llhttp-wasm\.js$/.test(id))
      return packedParser(readFileSync(id, 'utf8'));
    if (!/node_modules[\\/]undici[\\/]index\.js$/.test(id)) return null;
    return `
      const { prototype } = require('./lib/dispatcher/dispatcher');
      prototype.request = require('./lib/api/api-request');
      prototype.connect = require('./lib/api/api-connect');
      module.exports.Client = require('./lib/dispatcher/client');
      module.exports.Pool = require('./lib/dispatcher/pool');
      module.exports.buildConnector = require('./lib/core/connect');
    `;
  },
};

/** Of ws the app uses the client, without modules of its own that would have to be compiled. */
const onlyOurSockets: Plugin = {
  name: 'only-our-sockets',
  enforce: 'pre',
  load(id) {
    if (/node_modules[\\/]ws[\\/]wrapper\.mjs$/.test(id))
      return `import WebSocket from './lib/websocket.js'; export { WebSocket };`;
    return /node_modules[\\/]ws[\\/]lib[\\/](buffer-util|validation)\.js$/.test(id)
      ? readFileSync(id, 'utf8').replace(/process\.env\.WS_NO_(BUFFER_UTIL|UTF_8_VALIDATE)/, 'true')
      : null;
  },
};

/** Of node-forge only what PKCS#12 files need beside Node is used: BER, RC2 and the derivation of their keys. */
const onlyOurForge: Plugin = {
  name: 'only-our-forge',
  enforce: 'pre',
  load(id) {
    const [, file = ''] = /node_modules[\\/]node-forge[\\/]lib[\\/](\w+)\.js$/.exec(id) ?? [];
    if (['aes', 'des', 'pbkdf2', 'pem', 'random'].includes(file)) return 'module.exports = {};';
    if (file === 'rsa') return `require('./forge').jsbn = {};`;
    if (file !== 'index') return null;
    return `
      const forge = require('./forge');
      require('./sha1');
      forge.pkcs12 = { generateKey: require('./pbe').generatePkcs12Key };
      module.exports = forge;
    `;
  },
};

/** The settings have no JSON schema, so electron-store does not need ajv. */
const onlyOurStore: Plugin = {
  name: 'only-our-store',
  enforce: 'pre',
  load(id) {
    if (/node_modules[\\/]ajv[\\/]dist[\\/]2020\.js$/.test(id)) return 'export class Ajv2020 {}';
    return /node_modules[\\/]ajv-formats[\\/]dist[\\/]index\.js$/.test(id) ? 'export default {};' : null;
  },
};

/** The window's script is imported when its state is there; this requests it, and its styles, together with the page. */
const windowAhead: Plugin = {
  name: 'window-ahead',
  transformIndexHtml: {
    order: 'post',
    handler: (_page, { bundle = {}, path }) =>
      Object.keys(bundle)
        .filter((file) => path.endsWith('/index.html') && windowFiles.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: {
            rel: file.endsWith('.css') ? 'stylesheet' : 'modulepreload',
            crossorigin: true,
            href: `./${file}`,
          },
          injectTo: 'head',
        })),
  },
};

const windowFiles = /\/(window|rolldown-runtime)-/;

/** V8 keeps a script with a single character beyond Latin-1 in two bytes a character, so these few are escaped. */
const latin1Scripts: Plugin = {
  name: 'latin1-scripts',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const escaped = file.code.replace(/[^\0-\xff]/g, (char) => {
        return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
      });
      // The Russian texts are shorter as they are.
      if (escaped.length < file.code.length * 1.1) file.code = escaped;
    }
  },
};

/** For the licenses that the app shows, and the list of components of a release. */
const packagesInTheApp = bundledPackages('out/licenses');

export default defineConfig({
  main: {
    plugins: [
      onlyOurUndici,
      onlyOurSockets,
      onlyOurUpdater,
      onlyOurStore,
      onlyOurForge,
      packedTexts,
      latin1Scripts,
      packagesInTheApp,
    ],
    build: {
      outDir: 'out/main',
      target: 'node20',
      minify: true,
      sourcemap: false,
      externalizeDeps: false,
      rollupOptions: {
        input: 'main/index.ts',
        output: {
          format: 'es',
          entryFileNames: 'index.js',
          chunkFileNames: '[name]-[hash].js',
          // One file to read before the window: each takes a turn of the module loader.
          codeSplitting: { groups: [{ name: 'start', test: /\/main\/index\.ts$/ }] },
        },
      },
    },
  },
  preload: {
    plugins: [packagesInTheApp],
    build: {
      outDir: 'out/preload',
      target: 'node20',
      minify: true,
      sourcemap: false,
      externalizeDeps: false,
      rollupOptions: {
        // A script in the sandbox cannot load another one, so these have no code in common but types.
        input: {
          index: 'preload/index.ts',
          toolbar: 'preload/toolbar.ts',
          'server-page': 'preload/server-page.ts',
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [
      onlyOurLanguages,
      plainIcons,
      react(),
      windowAhead,
      latin1Scripts,
      packagesInTheApp,
      packedPageFiles,
    ],
    // From the folder of the page, not from that of the project as `input` below: found at the start, what the page
    // imports is not found later, which would load the page a second time.
    optimizeDeps: { entries: ['index.html', 'quick-access.html', 'toolbar.html'] },
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      minify: true,
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, needed) => needed.filter((file) => !windowFiles.test(file)),
      },
      rollupOptions: {
        input: {
          index: 'renderer/index.html',
          consent: 'renderer/consent.html',
          'quick-access': 'renderer/quick-access.html',
          toolbar: 'renderer/toolbar.html',
        },
        output: {
          // One file to wait for the state, one for the first picture, one for the widgets and one for the app's own dialogs and quick access,
          // each with what it imports: each file costs a request.
          codeSplitting: {
            groups: [
              // The row of a web window shares nothing with the app's own window.
              { name: 'toolbar', test: /\/renderer\/toolbar(\.html$|\/)/, priority: 4 },
              { name: 'start', test: /\/renderer\/index\.(html|ts)$/, priority: 3 },
              { name: 'window', test: /\/renderer\/open-window\.tsx$/, priority: 2 },
              { name: 'widgets', test: /node_modules\/(react-aria|react-stately)/, priority: 1 },
              {
                name: 'dialogs',
                test: /\/renderer\/(?!state|i18n\/texts|toolbar|consent\.|quick-access\.html)/,
                priority: 0,
              },
            ],
          },
        },
      },
    },
  },
});
