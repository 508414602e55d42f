import type { CommandDefinition } from '@rettidig/event-sourcing';
import { Count, Flag, OneOf, Pattern } from '@rettidig/vocabulary';
import type { Import } from '../import.js';
import { importDecider } from '../import.js';
import type { ImportEvent, ImportKindName } from '../import.events.js';
import { formatWords, importKindNames } from '../words.js';

/** A document arrived and could be read. */
export class ReceiveDocument {
  @OneOf(importKindNames, { description: 'What it is imported as.' })
  kind!: ImportKindName;

  @OneOf(formatWords, { description: 'What the bytes are.' })
  format!: string;

  @Pattern(/^[0-9a-f]{64}$/, { description: 'SHA-256 of the bytes, hexadecimal.' })
  hash!: string;

  @Count({ description: 'Its size in bytes.', min: 1 })
  bytes!: number;

  @Flag({ description: 'It came through the watched folder.' })
  fromFolder!: boolean;
}

/** The same document again changes nothing; one that had been set aside is taken up again. */
export const receiveDocument: CommandDefinition<Import | undefined, ImportEvent, ReceiveDocument, unknown> = {
  name: 'ReceiveDocument',
  message: ReceiveDocument,
  decider: importDecider,
  kind: 'fact',
  target: 'given',
  path: null,
  tag: 'imports',
  summary: { da: 'Modtag et dokument', en: 'Receive a document' },
  refusals: [],
  decide: (known, message) =>
    known && known.status !== 'setAside' ? [] : [{ type: 'DocumentReceived', data: { ...message } }],
};
