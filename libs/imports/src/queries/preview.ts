import type { AnyQuery, QueryContext, Text } from '@rettidig/event-sourcing';
import { Count, Flag, FreeText, Id, ListOf, One } from '@rettidig/vocabulary';
import type { AnyImportKind } from '../import-kind.js';
import { NoticeShown, noticeOf, warningsOf } from '../notices.js';
import { ImportInShort } from './import-in-short.answer.js';
import type { OpenedImport } from './of-import.js';
import { openImport, planOf } from './of-import.js';

/** One import: the document, and what became of it so far. */
class ImportShown extends ImportInShort {
  @FreeText({ description: 'The name of the file; null when the sender gave none.', max: 200, nullable: true })
  fileName!: string | null;
  @Count({ description: 'Facts recorded by it so far.' })
  facts!: number;
  @ListOf(() => NoticeShown, { description: 'What should be known about the file though it could be read.' })
  warnings!: NoticeShown[];
}

/** Names a class that is made for a kind, as the API's documentation shows it. */
function named<Type extends object>(type: Type, name: string): Type {
  Object.defineProperty(type, 'name', { value: name });
  return type;
}

/** The choices of a kind beside the id in the path. */
export function withId(kind: AnyImportKind, name: string): new () => { id: string } {
  const Choices = kind.decisions;
  class Message extends Choices {
    id!: string;
  }
  Id({ description: 'The import.' })(Message.prototype, 'id');
  return named(Message, name);
}

interface PreviewAnswer {
  readonly import: ImportShown;
  readonly preview: object;
  readonly obstacle: NoticeShown | null;
  readonly canCommit: boolean;
}

function answerOf(kind: AnyImportKind): new () => object {
  class Answer {}
  const field = (name: keyof PreviewAnswer, decorate: PropertyDecorator) => decorate(Answer.prototype, name);
  field(
    'import',
    One(() => ImportShown, { description: 'The document.' }),
  );
  field(
    'preview',
    One(() => kind.preview, { description: 'What was read, and what would be done.' }),
  );
  field(
    'obstacle',
    One(() => NoticeShown, { description: 'Why it cannot be committed as it is; null when it can.', nullable: true }),
  );
  field('canCommit', Flag({ description: 'Committing with the same choices would be carried out.' }));
  return named(Answer, `${kind.noun}Preview`);
}

class WhichImport {
  @Id({ description: 'The import.' })
  id!: string;
}

/** What would come of a document: with the choices that follow from it alone, and with those of a person. */
export function previewsOf(kind: AnyImportKind, texts: Readonly<Record<string, Text>>): AnyQuery[] {
  const answer = answerOf(kind);
  const handle = async (id: string, decisions: object | undefined, context: QueryContext): Promise<PreviewAnswer> => {
    const opened = await openImport(kind, id, context);
    const { preview, obstacle } = await planOf(kind, opened, decisions, context);
    return {
      import: importShown(opened, context),
      preview,
      obstacle: obstacle ? noticeOf(obstacle, texts, context.language) : null,
      canCommit: !obstacle && opened.status !== 'setAside',
    };
  };
  const told = { answer, tag: 'imports', refusals: ['import.unknown', 'import.document-erased'] };
  return [
    {
      ...told,
      name: `Get${kind.noun}`,
      parameters: WhichImport,
      path: `${kind.path}/{id}`,
      summary: { da: `Forhåndsvisning: ${kind.text.da}`, en: `Preview: ${kind.text.en}` },
      handle: ({ id }: WhichImport, context: QueryContext) => handle(id, undefined, context),
    },
    {
      ...told,
      name: `Preview${kind.noun}`,
      method: 'POST',
      parameters: withId(kind, `${kind.noun}Choices`),
      path: `${kind.path}/{id}/preview`,
      summary: { da: `Forhåndsvisning med valg: ${kind.text.da}`, en: `Preview with choices: ${kind.text.en}` },
      handle: ({ id, ...decisions }: WhichImport, context: QueryContext) => handle(id, decisions, context),
    },
  ];
}

const importShown = (opened: OpenedImport, { language }: QueryContext): ImportShown => ({
  id: opened.id,
  kind: opened.received.kind,
  status: opened.status,
  format: opened.document.format,
  fileName: opened.fileName,
  bytes: opened.received.bytes,
  receivedAt: opened.receivedAt,
  fromFolder: opened.received.fromFolder,
  facts: opened.facts,
  setAsideBecause: opened.setAsideBecause,
  warnings: warningsOf(opened.document.warnings, language),
});
