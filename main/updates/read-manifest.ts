import * as v from 'valibot';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import { isMoment } from '../../contract/core/time.ts';
import type { UpdateProblem } from '../../contract/core/update-problem.ts';
import type { InstallKind } from '../../contract/installation/about.ts';
import type { OfferedUpdate } from '../../contract/installation/updates.ts';

/** An offered update with its package: a file name beside the manifest, and the SHA-512 in base64. */
export interface FoundUpdate extends OfferedUpdate {
  readonly file: string;
  readonly sha512: string;
}

/** Which copy of the app asks for an update. */
export interface InstalledCopy {
  readonly kind: InstallKind;
  /** As `process.arch`. */
  readonly arch: string;
  readonly version: string;
}

const largestPackage = 1_000_000_000;

/** A name without any way out of its folder. */
const fileName = v.pipe(v.string(), v.maxLength(200), v.regex(/^[A-Za-z0-9][\w.+-]*$/));

const manifestSchema = v.object({
  version: v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){2}$/)),
  releaseDate: v.optional(v.string()),
  files: v.pipe(
    v.array(
      v.object({
        url: fileName,
        sha512: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/)),
        size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(largestPackage)),
      }),
    ),
    v.maxLength(20),
  ),
});

const extensions: Readonly<Partial<Record<InstallKind, string>>> = {
  'app-image': '.AppImage',
  deb: '.deb',
  rpm: '.rpm',
  'windows-installer': '.exe',
  macos: '.zip',
};

/**
 * Finds the package for this copy in a manifest whose signature was verified; null if it is of this version.
 *
 * The manifest is JSON, which is YAML too: it is written by `npm run release -- sign`.
 */
export function readManifest(
  manifest: Uint8Array,
  copy: InstalledCopy,
  source: string,
): Result<FoundUpdate | null, UpdateProblem> {
  const read = parse(manifest);
  if (!read) return fail({ code: 'update-manifest-broken', source });
  const { version } = read;
  const order = compareVersions(version, copy.version);
  // SECURITY: an old manifest stays signed for ever, so what is older is refused (0029).
  if (order < 0) return fail({ code: 'update-older', offered: version, current: copy.version });
  if (order === 0) return ok(null);
  const pack = packageFor(read.files, copy);
  if (!pack) return fail({ code: 'update-package-missing', version });
  const releasedAt = Date.parse(read.releaseDate ?? '');
  return ok({
    version,
    releasedAt: isMoment(releasedAt) ? releasedAt : null,
    ...{ file: pack.url, size: pack.size, sha512: pack.sha512 },
  });
}

/** Compares versions by their numbers; a pre-release comes before its release. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [numbersOf(one), numbersOf(other)];
  const at = first.findIndex((part, index) => part !== second[index]);
  return at < 0 ? 0 : (first[at] ?? 0) - (second[at] ?? 0);
}

function numbersOf(version: string): readonly number[] {
  const [, release = '', pre] = /^([\d.]*)(-)?/.exec(version) ?? [];
  return [...release.split('.').map(Number), pre === undefined ? 0 : -1];
}

function parse(manifest: Uint8Array): v.InferOutput<typeof manifestSchema> | null {
  try {
    const raw: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(manifest));
    const read = v.safeParse(manifestSchema, raw);
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

type ManifestFile = v.InferOutput<typeof manifestSchema>['files'][number];

/** The only file of the kind and for the processor; a name without a processor is for all. */
function packageFor(files: readonly ManifestFile[], { kind, arch }: InstalledCopy): ManifestFile | null {
  const extension = extensions[kind];
  if (extension === undefined) return null;
  const fitting = files.filter(
    ({ url }) => url.endsWith(extension) && !url.includes('portable') && [arch, null].includes(archOf(url)),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function archOf(name: string): string | null {
  if (/x64|x86_64|amd64/.test(name)) return 'x64';
  if (/arm64|aarch64/.test(name)) return 'arm64';
  return /ia32|i386|armv7|armhf/.test(name) ? 'another' : null;
}
