import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { policyFiles } from './policy/policy-files.ts';
import { projectRoot } from './system/project-root.ts';

// Writes the schema and the group policy templates of docs/policy, which a test compares with the code.
for (const [name, content] of Object.entries(policyFiles())) {
  const path = join(projectRoot, 'docs/policy', name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
