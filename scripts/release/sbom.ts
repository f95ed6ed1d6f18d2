/** The parts of a CycloneDX 1.5 document that are changed here. */
export interface Sbom {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

interface Component {
  readonly 'bom-ref': string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
}

/** A package of which something is in the app. */
export interface NamedVersion {
  readonly name: string;
  readonly version: string;
}

/** The versions of what the packages run in. */
export interface RuntimeVersions {
  readonly electron: string;
  readonly chrome: string;
  readonly node: string;
}

/**
 * The components that are really in the app, out of those that are installed: nearly all of these only build and test it.
 * Throws if one is not installed.
 */
export function sbomOf(
  { name, version }: NamedVersion,
  installed: Sbom,
  bundled: readonly NamedVersion[],
  runtime: RuntimeVersions,
): Sbom {
  const wanted = new Set(bundled.map(refOf));
  const packages = new Map(
    installed.components.filter((one) => wanted.has(refOf(one))).map((one) => [refOf(one), one]),
  );
  for (const ref of wanted) if (!packages.has(ref)) throw new Error(`${ref} is bundled, but not installed.`);
  const components = [...packages.values()].map(withoutProperties);
  const refs = new Set(components.map((one) => one['bom-ref']));
  const application = { ...installed.metadata.component, type: 'application', name, version };
  return {
    ...installed,
    metadata: { ...installed.metadata, component: application },
    components: [...runtimeComponents(runtime), ...components],
    dependencies: installed.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) })),
  };
}

const refOf = ({ name, version }: NamedVersion): string => `${name}@${version}`;

/** npm marks every package as one of development, since the bundler puts what is needed into the app. */
function withoutProperties({
  properties: _,
  ...component
}: Component & { readonly properties?: unknown }): Component {
  return component;
}

function runtimeComponents({ electron, chrome, node }: RuntimeVersions): Component[] {
  const parts = [
    ['electron', electron, `pkg:github/electron/electron@v${electron}`],
    ['chromium', chrome, `pkg:generic/chromium@${chrome}`],
    ['node', node, `pkg:github/nodejs/node@v${node}`],
  ] as const;
  return parts.map(([name, version, purl]) => ({
    'bom-ref': purl,
    type: 'framework',
    name,
    version,
    purl,
  }));
}
