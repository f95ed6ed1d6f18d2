import type { FaultRow, FaultSection } from '../../test/faults/fault-row.ts';
import type { TaggedTest } from './spec-tags.ts';

const introduction = `# Faults

The faults and bad inputs that the app must survive, and the test that shows each. \`npm run test:faults\` runs these
tests and ends with one line a row; \`npm run test:faults -- --doc\` writes this page from \`test/faults/rows.ts\` and
the tags \`@row-N\` of the tests. A row without a test says why.
`;

/** The text of docs/faults.md: every row with its tests, or with the reason why it has none. */
export function faultDoc(sections: readonly FaultSection[], tests: readonly TaggedTest[]): string {
  return [introduction, ...sections.map((section) => tableOf(section, tests))].join('\n');
}

function tableOf({ title, rows }: FaultSection, tests: readonly TaggedTest[]): string {
  const lines = rows.map((row) => `| ${row.number} | ${firstCell(row)} | ${secondCell(row, tests)} |`);
  return [`## ${title}`, '', '| row | fault | shown by |', '|---|---|---|', ...lines, ''].join('\n');
}

function firstCell({ title, ours }: FaultRow): string {
  return inCell(ours === undefined ? title : `${title}: ${ours}`);
}

function secondCell(row: FaultRow, tests: readonly TaggedTest[]): string {
  const own = tests.filter(({ rows }) => rows.includes(row.number));
  if (own.length === 0) {
    if (row.notHere !== undefined) return inCell(`not here: ${row.notHere}`);
    return inCell(`not yet: ${row.notYet ?? 'no test carries its number'}`);
  }
  const files = [...new Set(own.map(({ file }) => file))];
  return files
    .map((file) => {
      const titles = own.filter((test) => test.file === file).map(({ title }) => inCell(title));
      return `\`${file}\`: ${titles.join('; ')}`;
    })
    .join('<br>');
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
