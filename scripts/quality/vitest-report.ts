import { writeFileSync } from 'node:fs';
import type {} from 'vitest';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { RowTest } from './fault-report.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** What a test measured, each as `label: 0` or `label: 0 of 1000`. */
    measured?: readonly string[];
  }
}

/** Writes the results of a run of Vitest for `readPlainReport`. */
export class RunReport implements Reporter {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()].map(rowTestOf));
    const broken = modules.filter((module) => module.errors().length > 0).length;
    writeFileSync(this.#file, JSON.stringify({ errors: errors.length + broken, tests }));
  }
}

function rowTestOf(test: TestCase): RowTest {
  const result = test.result();
  const rows = test.tags.flatMap((tag) => /^row-(\d+)$/.exec(tag)?.[1] ?? []).map(Number);
  const skipped = result.state === 'skipped' ? [{ type: 'skip', description: result.note ?? '' }] : [];
  const measured = (test.meta().measured ?? []).map((description) => ({ type: 'measured', description }));
  const outcome = result.state === 'passed' || result.state === 'failed' ? result.state : 'skipped';
  return {
    title: test.fullName,
    file: test.module.relativeModuleId,
    rows,
    outcome,
    notes: [...skipped, ...measured],
  };
}
