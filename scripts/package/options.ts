import { parseArgs } from 'node:util';

/** The options of `npm run package`. */
export interface PackageOptions {
  /** Makes only the unpacked folder, no installer. */
  readonly isFolderOnly: boolean;
  readonly mayUseDevRuntime: boolean;
  /** Leaves the access open by which Playwright controls the app; never for release. */
  readonly isForTests: boolean;
  /** Packs what is in `out/`, without building it anew. */
  readonly isBuilt: boolean;
  /** Compresses little, for tests. */
  readonly isFast: boolean;
  /** Where the packages go; null: the usual folder. */
  readonly output: string | null;
  /** The version instead of that in package.json; null: that one. */
  readonly version: string | null;
  /** The file with the public keys that verify updates. */
  readonly releaseKeys: string;
  readonly homepage: string | null;
  readonly maintainer: string | null;
  /** The formats to build instead of those in electron-builder.yml. */
  readonly formats: readonly string[];
}

/** Parses the arguments of `npm run package`; throws an error with a readable message for an unknown one. */
export function readOptions(args: readonly string[]): PackageOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      dir: { type: 'boolean', default: false },
      'dev-runtime': { type: 'boolean', default: false },
      'for-tests': { type: 'boolean', default: false },
      built: { type: 'boolean', default: false },
      fast: { type: 'boolean', default: false },
      output: { type: 'string' },
      version: { type: 'string' },
      'release-keys': { type: 'string', default: 'scripts/package/release-keys.json' },
      homepage: { type: 'string' },
      maintainer: { type: 'string' },
    },
  });
  return {
    isFolderOnly: values.dir,
    mayUseDevRuntime: values['dev-runtime'],
    isForTests: values['for-tests'],
    isBuilt: values.built,
    isFast: values.fast,
    output: values.output ?? null,
    version: values.version ?? null,
    releaseKeys: values['release-keys'],
    homepage: values.homepage ?? null,
    maintainer: values.maintainer ?? null,
    formats: positionals,
  };
}

/** The output folder; builds for tests have a separate one. */
export function outputFolder({ isForTests, output }: PackageOptions): string {
  return output ?? (isForTests ? 'dist/for-tests' : 'dist');
}

/** The arguments for electron-builder. */
export function builderArguments(
  options: PackageOptions,
  electron: { readonly folder: string; readonly version: string },
  platform: NodeJS.Platform,
  releaseKeys: readonly string[] = [],
): string[] {
  const system = platform === 'darwin' ? '--mac' : platform === 'win32' ? '--win' : '--linux';
  return [
    system,
    ...(options.isFolderOnly ? ['dir'] : options.formats),
    '--publish=never',
    `--config.electronDist=${electron.folder}`,
    `--config.electronVersion=${electron.version}`,
    `--config.directories.output=${outputFolder(options)}`,
    // A value that is given once would become a text instead of a list.
    ...(releaseKeys.length === 1 ? [...releaseKeys, ...releaseKeys] : releaseKeys).map(
      (key) => `--config.extraMetadata.releaseKeys=${key}`,
    ),
    ...given('--config.extraMetadata.version', options.version),
    ...given('--config.extraMetadata.homepage', options.homepage),
    ...given('--config.linux.maintainer', options.maintainer),
    ...(options.isFast
      ? [
          '--config.compression=store',
          '--config.appImage.compression=gzip',
          '--config.deb.compression=gz',
          '--config.rpm.compression=gzip',
        ]
      : []),
    ...(options.isForTests
      ? [
          '--config.electronFuses.enableNodeCliInspectArguments=true',
          '--config.extraMetadata.isForTests=true',
        ]
      : []),
  ];
}

function given(name: string, value: string | null): string[] {
  return value === null ? [] : [`${name}=${value}`];
}
