import type { Extract } from '@rettidig/documents';
import { type ActRequest, type Feature, idOf } from '@rettidig/event-sourcing';
import { FreeText } from '@rettidig/vocabulary';

/** What imports do is tried with boards: each line of a text becomes a note on one. */

/** What every kind of board says of itself. */
export const boardKind = {
  name: 'minutes' as const,
  path: '/boards' as const,
  noun: 'Board',
  text: { da: 'tavle', en: 'board' },
  formats: ['text' as const],
};

/** The lines that something stands on. */
export const linesOf = (extract: Extract): string[] =>
  extract.kind === 'lines' ? extract.lines.filter((line) => line !== '') : [];

class Note {
  @FreeText({ description: 'What it says.', max: 100 })
  text!: string;
}

/** Notes are pinned, each once. What happens before one is pinned may end it. */
export const notesFeature = (beforePinning: (subjectId: string) => void = () => undefined): Feature => ({
  name: 'notes',
  commands: [
    {
      name: 'PinNote',
      message: Note,
      decider: { category: 'note', initial: 0, evolve: { NotePinned: (count: number) => count + 1 } },
      ...{ kind: 'fact', target: 'given', path: null, tag: 'notes', refusals: [] },
      summary: { da: 'Note', en: 'Note' },
      decide: (count: number, message: object, { subjectId }: { subjectId: string }) => {
        beforePinning(subjectId);
        return count > 0 ? [] : [{ type: 'NotePinned', data: { ...message } }];
      },
    },
  ],
  ...{ queries: [], projections: [], reactions: [], sealedFields: {}, refusals: {} },
});

/** A text as somebody uploads it. */
export const boardFile = (text: string) => ({
  bytes: Buffer.from(text),
  mediaType: 'text/plain',
  fileName: 'tavle.txt',
});

/** The request of that number, by one person of the secretariat. */
export const requestNo = (n: number): ActRequest => ({
  ...{ actor: { id: idOf('somebody'), role: 'secretariat' }, now: '2026-04-24T10:00:00.000Z', language: 'da' },
  ...{ commandId: idOf('request', String(n)), correlationId: idOf('request') },
});

export const powerCut = (): Error => new Error('the power went');
