import { documentRefusals } from '@rettidig/documents';
import type { AnyAct, AnyQuery, Feature, Text } from '@rettidig/event-sourcing';
import { commitOf } from './acts/commit.js';
import { uploadOf } from './acts/upload.js';
import { beginImport } from './commands/begin-import.js';
import { commitImport } from './commands/commit-import.js';
import { receiveDocument } from './commands/receive-document.js';
import { setAsideImport } from './commands/set-aside-import.js';
import type { AnyImportKind } from './import-kind.js';
import { importKinds } from './import-kinds.js';
import { importSealedFields } from './import.events.js';
import { importsProjection } from './projections/imports.projection.js';
import { listImports } from './queries/list-imports.js';
import { previewsOf } from './queries/preview.js';
import { mechanismRefusals } from './texts.js';

/** The slice with some kinds of documents: for each, taking it in, looking at it, and carrying it out. */
export function importsOf(kinds: readonly AnyImportKind[]): Feature {
  const texts: readonly Readonly<Record<string, Text>>[] = kinds.map((kind) => kind.texts);
  const refusals = Object.fromEntries(
    [mechanismRefusals, documentRefusals, ...texts].flatMap((table) => Object.entries<Text>(table)),
  );
  return {
    name: 'imports',
    tags: {
      imports:
        'Documents that are read into the register: upload, look at what would be recorded, commit. Nothing is recorded before that.',
    },
    commands: [receiveDocument, beginImport, commitImport, setAsideImport],
    queries: [listImports, ...kinds.flatMap((kind): AnyQuery[] => previewsOf(kind, refusals))],
    acts: kinds.flatMap((kind): AnyAct[] => [uploadOf(kind), commitOf(kind)]),
    projections: [importsProjection],
    reactions: [],
    sealedFields: importSealedFields,
    refusals,
  };
}

/** Everything that this slice adds to the product. */
export const importsFeature: Feature = importsOf(importKinds);
