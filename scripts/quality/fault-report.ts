import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

const noteSchema = v.object({ type: v.string(), description: v.optional(v.string(), '') });
const specSchema = v.object({
  title: v.string(),
  file: v.string(),
  tags: v.array(v.string()),
  tests: v.array(
    v.object({
      status: v.picklist(['expected', 'unexpected', 'flaky', 'skipped']),
      annotations: v.array(noteSchema),
    }),
  ),
});

interface Suite {
  readonly specs: readonly v.InferOutput<typeof specSchema>[];
  readonly suites?: readonly Suite[] | undefined;
}
const suiteSchema: v.GenericSchema<unknown, Suite> = v.object({
  specs: v.array(specSchema),
  suites: v.optional(v.array(v.lazy(() => suiteSchema))),
});
const reportSchema = v.object({ errors: v.array(v.unknown()), suites: v.array(suiteSchema) });

/** A test with its rows and annotations. */
export interface RowTest {
  readonly title: string;
  readonly file: string;
  readonly rows: readonly number[];
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly notes: readonly { readonly type: string; readonly description: string }[];
}

/** The result of a run of the fault suite. */
export interface FaultReport {
  readonly tests: readonly RowTest[];
  /** Whether something other than a test failed, for instance loading a file. */
  readonly isBroken: boolean;
}

/** Reads Playwright's JSON report; broken if the run ended before writing one. */
export async function readFaultReport(file: string): Promise<FaultReport> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { tests: [], isBroken: true };
  const { errors, suites } = v.parse(reportSchema, JSON.parse(text));
  return { tests: suites.flatMap(testsIn), isBroken: errors.length > 0 };
}

const plainSchema = v.object({
  errors: v.number(),
  tests: v.array(
    v.object({
      title: v.string(),
      file: v.string(),
      rows: v.array(v.number()),
      outcome: v.picklist(['passed', 'failed', 'skipped']),
      notes: v.array(noteSchema),
    }),
  ),
});

/** Reads the report that `vitest-report.ts` writes; broken if the run ended before writing one. */
export async function readPlainReport(file: string): Promise<FaultReport> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { tests: [], isBroken: true };
  const { errors, tests } = v.parse(plainSchema, JSON.parse(text));
  return { tests, isBroken: errors > 0 };
}

/** The reports of several runs as one. */
export function together(...reports: readonly FaultReport[]): FaultReport {
  return {
    tests: reports.flatMap(({ tests }) => tests),
    isBroken: reports.some(({ isBroken }) => isBroken),
  };
}

function testsIn({ specs, suites = [] }: Suite): readonly RowTest[] {
  const own = specs.flatMap(({ title, file, tags, tests }) => {
    const rows = tags.flatMap((tag) => /^row-(\d+)$/.exec(tag)?.[1] ?? []).map(Number);
    return tests.map(({ status, annotations }) => {
      const outcome =
        status === 'skipped'
          ? ('skipped' as const)
          : status === 'unexpected'
            ? ('failed' as const)
            : ('passed' as const);
      return { title, file, rows, outcome, notes: annotations };
    });
  });
  return [...own, ...suites.flatMap(testsIn)];
}
