/** What a package would be made of. */
export interface Ingredients {
  readonly electron: string;
  readonly pinnedElectron: string;
  readonly homepage: string;
  readonly maintainer: string;
  /** Public keys by which the app verifies updates. */
  readonly releaseKeys: readonly string[];
  /** Instead of the version of the sources; null: that one. */
  readonly version: string | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The variables that make electron-builder use other tools than its own. */
const foreignTools = ['CUSTOM_FPM_PATH', 'USE_SYSTEM_FPM', 'APPIMAGE_TOOLS_PATH'];

/** Says why a package made of these is for trials only; nothing is wrong with a release. */
export function releaseProblems(made: Ingredients): string[] {
  const foreign = foreignTools.filter((name) => made.environment[name] !== undefined);
  return [
    ...(made.electron === made.pinnedElectron
      ? []
      : [`It needs Electron ${made.pinnedElectron}, not ${made.electron}.`]),
    ...(isPlaceholder(made.homepage) ? ['It needs a homepage (--homepage).'] : []),
    ...(isPlaceholder(made.maintainer) ? ['It needs a maintainer with an address (--maintainer).'] : []),
    // SECURITY: without keys nobody could ever fix an installed version (0028).
    ...(made.releaseKeys.length === 0 ? ['It needs keys that sign updates (--release-keys).'] : []),
    ...(made.version === null ? [] : ['Its version is that of package.json (--version).']),
    ...foreign.map((name) => `It is made with electron-builder's own tools, so ${name} may not be set.`),
  ];
}

/** Names under `.example` belong to nobody (RFC 2606). */
function isPlaceholder(text: string): boolean {
  return !/\w/.test(text) || /\.example\b/.test(text);
}
