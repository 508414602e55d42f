import { MOST_DOCUMENT_BYTES } from '@rettidig/documents';
import type { Act } from '@rettidig/event-sourcing';
import { Flag, Id, ListOf, OneOf } from '@rettidig/vocabulary';
import type { AnyImportKind } from '../import-kind.js';
import { NoticeShown, warningsOf } from '../notices.js';
import { refusalsOfReading } from '../texts.js';
import { formatWords } from '../words.js';
import { receive } from './receive.js';

/** All that has to be said is the file. */
class FileAlone {}

/** The document is kept; nothing else has happened yet. */
export class ReceivedImport {
  @Id({ description: 'The import. Follows from the bytes: the same file again is the same import.' })
  id!: string;

  @OneOf(formatWords, { description: 'What the file is, seen from its bytes.', example: 'docx' })
  format!: string;

  @ListOf(() => NoticeShown, { description: 'What should be known about the file though it could be read.' })
  warnings!: NoticeShown[];

  @Flag({ description: 'It was committed before. Committing it again records only what is missing.' })
  alreadyCommitted!: boolean;
}

/** The act that takes in a document of a kind. */
export const uploadOf = (kind: AnyImportKind): Act<FileAlone, ReceivedImport> => ({
  name: `Upload${kind.noun}`,
  message: FileAlone,
  path: kind.path,
  tag: 'imports',
  summary: {
    da: `Indlæs en fil: ${kind.text.da}. Intet registreres, før den gennemføres`,
    en: `Upload a file: ${kind.text.en}. Nothing is recorded before it is committed`,
  },
  file: {
    most: MOST_DOCUMENT_BYTES,
    formats: kind.formats.map((format) => formatWords[format].en).join(', '),
  },
  refusals: ['import.format-not-accepted', ...refusalsOfReading],
  answer: ReceivedImport,
  act: async (_message, tools, request) => {
    const { id, document, alreadyCommitted } = await receive(kind, request.file!, tools, request);
    const { format, warnings } = document;
    return { id, format, warnings: warningsOf(warnings, request.language), alreadyCommitted };
  },
});
