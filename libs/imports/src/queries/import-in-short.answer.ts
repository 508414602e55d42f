import { Count, Flag, FreeText, Id, Moment, OneOf } from '@rettidig/vocabulary';
import type { ImportKindName } from '../import.events.js';
import type { ImportStatus } from '../words.js';
import { formatWords, importKindNames, importStatuses } from '../words.js';

/** What the list and a preview say of an imported document. */
export abstract class ImportInShort {
  @Id({ description: 'The import.' })
  id!: string;
  @OneOf(importKindNames, { description: 'What it is imported as.' })
  kind!: ImportKindName;
  @OneOf(importStatuses, { description: 'How far it has come.' })
  status!: ImportStatus;
  @OneOf(formatWords, { description: 'What the file is.' })
  format!: string;
  @Count({ description: 'Its size in bytes.' })
  bytes!: number;
  @Flag({ description: 'It came through the watched folder.' })
  fromFolder!: boolean;
  @Moment({ description: 'When it came first.' })
  receivedAt!: string;
  @FreeText({ description: 'Why nothing shall come of it; null otherwise.', max: 500, nullable: true })
  setAsideBecause!: string | null;
}
