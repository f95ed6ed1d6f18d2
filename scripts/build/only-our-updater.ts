import type { Plugin } from 'vite';

/** What stands in for a file of electron-updater or of a package that only it needs. */
const replacements: readonly (readonly [RegExp, string])[] = [
  // It looks for updates nowhere by itself: main reads and verifies the manifest.
  [/electron-updater\/out\/providerFactory\.js$/, 'exports.createClient = () => {};'],
  [/electron-updater\/out\/providers\/GenericProvider\.js$/, ''],
  // Versions are compared by main; electron-store has no migrations that need it.
  [
    /node_modules\/semver\/index\.js$/,
    'exports.parse = (version) => ({ version }); exports.prerelease = () => null;',
  ],
  [/node_modules\/js-yaml\/.*\.m?js$/, 'exports.load = JSON.parse;'],
  // Block maps are not signed, so packages are downloaded as a whole.
  [/electron-updater\/out\/differentialDownloader\/\w+\.js$/, ''],
  // A package is verified by its signed hash, on Windows too.
  [
    /electron-updater\/out\/windowsExecutableCodeSignatureVerifier\.js$/,
    'exports.verifySignature = async () => null;',
  ],
  [
    /node_modules\/builder-util-runtime\/out\/(xml|publishOptions|rfc2253Parser|MemoLazy|blockMapApi|uuid)\.js$/,
    '',
  ],
  [/node_modules\/debug\/src\/index\.js$/, 'exports.default = () => ({ enabled: false });'],
  [/node_modules\/lodash\.isequal\/index\.js$/, `module.exports = require('node:util').isDeepStrictEqual;`],
  [/node_modules\/lodash\.escaperegexp\/index\.js$/, 'module.exports = (text) => text;'],
  [
    /fs-extra\/lib\/index\.js$/,
    `const fs = require('node:fs/promises');
     const { existsSync } = require('node:fs');
     const pathExists = async (path) => existsSync(path);
     const remove = (path) => fs.rm(path, { recursive: true, force: true });
     const emptyDir = async (path) => { await remove(path); await fs.mkdir(path, { recursive: true }); };
     const readJson = async (path) => JSON.parse(await fs.readFile(path, 'utf8'));
     const outputJson = (path, value) => fs.writeFile(path, JSON.stringify(value));
     module.exports = { ...fs, existsSync, pathExists, remove, emptyDir, readJson, outputJson };`,
  ],
];

/** Most of electron-updater looks for updates at several services and installs them; the app keeps what downloads. */
export const onlyOurUpdater: Plugin = {
  name: 'only-our-updater',
  enforce: 'pre',
  load(id) {
    const path = id.replaceAll('\\', '/');
    return replacements.find(([file]) => file.test(path))?.[1] ?? null;
  },
};
