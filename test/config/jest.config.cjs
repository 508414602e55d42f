const { resolve } = require('node:path');

const typescript = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic' },
    },
    target: 'es2022',
    keepClassNames: true,
  },
  sourceMaps: 'inline',
  swcrc: false,
};
const javascript = { jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' }, swcrc: false };

/** Packages that ship ES modules only: Jest on Node 20 cannot require them untransformed. */
const esmOnly =
  'temporal-|unpdf/|@nestjs/|content-disposition/|.*/?cookie/dist|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit';

module.exports = {
  rootDir: resolve(__dirname, '../..'),
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', typescript],
    '^.+\\.[cm]?js$': ['@swc/jest', javascript],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly}))`],
  moduleNameMapper: {
    '^@rettidig/event-sourcing/(adapters|testing)$': '<rootDir>/libs/event-sourcing/src/$1/index.ts',
    '^@rettidig/event-sourcing/shared$': '<rootDir>/libs/event-sourcing/src/adapters/shared.ts',
    '^@rettidig/documents/testing$': '<rootDir>/libs/documents/src/testing/index.ts',
    '^@rettidig/mail/testing$': '<rootDir>/libs/mail/src/testing/index.ts',
    '^fast-check$': '<rootDir>/test/config/chance.cjs',
    // Imported in its ES form while running; Jest looks for a required one, which is not exported.
    '^unpdf/pdfjs$': '<rootDir>/node_modules/unpdf/dist/pdfjs.mjs',
    '^@rettidig/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
