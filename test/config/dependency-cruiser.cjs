/** What may import what, and why. `test/architecture/imports.spec.ts` proves that a forbidden import is caught. */
const slices = [
  'organisation',
  'calendar',
  'rules',
  'meetings',
  'planning',
  'cases',
  'breaches',
  'minutes',
  'detection',
  'imports',
  'reminders',
];

/** A slice may use the slices before it, so that the order of the story is also the order of the code. */
const sliceOrder = slices.map((slice, at) => ({
  name: `${slice}-uses-earlier-slices-only`,
  comment: 'Slices build on each other in one direction; two that need each other are one slice.',
  severity: 'error',
  from: { path: `^libs/${slice}/src` },
  to: { path: `^libs/(${[...slices.slice(at + 1), 'demo', 'platform', 'access'].join('|')})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle has no beginning for a newcomer to read from.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'mechanics-know-no-domain-and-no-framework',
      comment: 'Event sourcing must stay usable and testable without Nest and without a municipality.',
      severity: 'error',
      from: { path: '^libs/event-sourcing/src' },
      to: { path: '^(libs/(?!event-sourcing)|apps|test)|node_modules/@nestjs' },
    },
    {
      name: 'mechanics-core-has-no-driver',
      comment: 'Drivers and node modules live in adapters; ids need a hash and nothing else.',
      severity: 'error',
      from: { path: '^libs/event-sourcing/src', pathNot: '/(adapters|testing)/|/ids\\.ts$|\\.spec\\.ts$' },
      to: { path: '/adapters/|node_modules', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'mechanics-core-has-no-node-modules',
      comment: 'The core runs wherever the language does; a clock or a random id cannot slip in.',
      severity: 'error',
      from: { path: '^libs/event-sourcing/src', pathNot: '/(adapters|testing)/|/ids\\.ts$|\\.spec\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'files-and-mail-know-no-domain',
      comment: 'What a file holds and how a mail is sent is the same for any service.',
      severity: 'error',
      from: { path: '^libs/(documents|mail)/src' },
      to: { path: '^(libs/(?!documents/|mail/|event-sourcing/)|apps|test)' },
    },
    {
      name: 'slices-are-free-of-frameworks-and-drivers',
      comment: 'A slice is plain data and pure functions; Nest and drivers sit in platform and adapters.',
      severity: 'error',
      from: { path: `^libs/(vocabulary|access|${slices.join('|')})/src`, pathNot: '\\.spec\\.ts$|/testing/' },
      to: { path: 'node_modules/(@nestjs|better-sqlite3|rxjs|react|fastify)|event-sourcing/src/adapters' },
    },
    {
      name: 'slices-use-no-node-modules',
      comment: 'No clock, id source, file or network below the edge.',
      severity: 'error',
      from: { path: `^libs/(vocabulary|access|${slices.join('|')})/src`, pathNot: '\\.spec\\.ts$|/testing/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-front-doors',
      comment: 'Another lib is used through its index, so that its inside can change.',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: {
        path: '^libs/([^/]+)/src/',
        pathNot:
          '^libs/$2/|^libs/[^/]+/src/index\\.ts$|^libs/event-sourcing/src/(adapters|testing)/index\\.ts$|^libs/event-sourcing/src/adapters/shared\\.ts$|^libs/(documents|mail)/src/testing/index\\.ts$',
      },
    },
    {
      name: 'decisions-do-not-read-views',
      comment: 'A view may be behind; what gates a promise reads the stream and the reference data.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/commands/', pathNot: '\\.spec\\.ts$' },
      to: { path: '/(projections|queries|reactions)/' },
    },
    {
      name: 'one-sqlite-driver',
      comment: 'The driver will be replaced by the one in Node; only adapters may know it.',
      severity: 'error',
      from: { pathNot: '^libs/event-sourcing/src/(adapters|testing)/|^test/' },
      to: { path: 'node_modules/better-sqlite3' },
    },
    {
      name: 'platform-knows-no-slice',
      comment: 'Platform serves whatever slices it is given.',
      severity: 'error',
      from: { path: '^libs/platform/src', pathNot: '\\.spec\\.ts$' },
      to: { path: `^libs/(${slices.join('|')}|demo|product)/` },
    },
    {
      name: 'only-apps-use-product',
      comment: 'Product is what API and worker both put together; whatever it is made of knows nothing of it.',
      severity: 'error',
      from: { path: '^libs/(?!product/)' },
      to: { path: '^libs/product/' },
    },
    {
      name: 'nobody-imports-apps-or-tests',
      comment: 'Apps put things together; what two of them need is a lib.',
      severity: 'error',
      from: { path: '^libs' },
      to: { path: '^(apps|test)/' },
    },
    {
      name: 'product-code-does-not-import-test-code',
      comment: 'Helpers for specs are left out of the build.',
      severity: 'error',
      from: { path: '^(libs|apps)', pathNot: '\\.spec\\.ts$|/testing/' },
      to: { path: '/testing/|\\.spec\\.ts$' },
    },
    ...sliceOrder,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'],
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default'],
    },
  },
};
