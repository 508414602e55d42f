import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** Runs the import rules over some folders and answers the names of the rules that were broken. */
function brokenRules(...folders: string[]): string[] {
  const command = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(root, 'test/config/dependency-cruiser.cjs');
  const { stdout } = spawnSync(process.execPath, [command, '--config', config, '--output-type', 'json', ...folders], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const report = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return report.summary.violations.map((violation) => violation.rule.name);
}

describe('the import rules', () => {
  const folder = mkdtempSync(join(root, 'libs/cases/src/forbidden-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('catch a slice that reads a file, loads Nest, or reaches into another slice', () => {
    const imports = [
      "import { readFileSync } from 'node:fs';",
      "import { Module } from '@nestjs/common';",
      "import { breachSealedFields } from '@rettidig/breaches';",
      'export const used = [readFileSync, Module, breachSealedFields];',
    ];
    writeFileSync(join(folder, 'forbidden.ts'), imports.join('\n'));

    expect(brokenRules(folder)).toEqual(
      expect.arrayContaining([
        'slices-use-no-node-modules',
        'slices-are-free-of-frameworks-and-drivers',
        'cases-uses-earlier-slices-only',
      ]),
    );
  });
});
