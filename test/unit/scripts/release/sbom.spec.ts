import { describe, expect, test } from 'vitest';
import { sbomOf } from '../../../../scripts/release/sbom.ts';

const app = { name: 'app', version: '1.0.0' };
const runtime = { electron: '45.5.0', chrome: '150.0.7871.24', node: '24.16.0' };

function component(name: string, version: string) {
  const ref = `${name}@${version}`;
  const properties = [{ name: 'cdx:npm:package:development', value: 'true' }];
  return { 'bom-ref': ref, type: 'library', name, version, purl: `pkg:npm/${ref}`, properties };
}

const installed = {
  bomFormat: 'CycloneDX',
  metadata: { component: component('folder', '1.0.0') },
  components: [component('react', '19.3.1'), component('scheduler', '0.28.0'), component('vite', '8.3.8')],
  dependencies: [
    { ref: 'react@19.3.1', dependsOn: ['scheduler@0.28.0', 'vite@8.3.8'] },
    { ref: 'vite@8.3.8' },
  ],
};
const bundled = [
  { name: 'react', version: '19.3.1' },
  { name: 'scheduler', version: '0.28.0' },
];

describe('the list of components', () => {
  test('holds what is bundled and what it runs in, and nothing that only builds it', () => {
    const sbom = sbomOf(app, installed, bundled, runtime);
    expect(sbom.components.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'electron 45.5.0',
      'chromium 150.0.7871.24',
      'node 24.16.0',
      'react 19.3.1',
      'scheduler 0.28.0',
    ]);
    expect(sbom.dependencies).toEqual([{ ref: 'react@19.3.1', dependsOn: ['scheduler@0.28.0'] }]);
    expect(sbom.metadata.component).toMatchObject({ type: 'application', name: 'app', version: '1.0.0' });
    expect(JSON.stringify(sbom.components)).not.toContain('development');
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX' });
  });

  test('is not made if the app holds a package of another version than installed', () => {
    expect(() => sbomOf(app, installed, [{ name: 'react', version: '18.0.0' }], runtime)).toThrow(
      'react@18.0.0',
    );
  });
});
