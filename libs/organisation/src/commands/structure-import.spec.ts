import { idOf } from '@rettidig/event-sourcing';
import { decision, metadata } from '@rettidig/event-sourcing/testing';
import { historyOf } from '../history.js';
import { knownAt } from '../organisation.js';
import type { ImportedFact, OrganisationEvent } from '../organisation.events.js';
import { structureOn } from '../structure.js';
import { closed, committee, id, moved, organisationOf, seat, small, unit, withFacts } from '../testing/facts.js';
import { closeStructureImport } from './close-structure-import.js';
import { importStructureChunk } from './import-structure-chunk.js';

const reference = {};
const importId = idOf('import');
const chunk = (number: number, ...facts: readonly OrganisationEvent[]) => ({
  importId,
  number,
  facts: facts as readonly ImportedFact[] as ImportedFact[],
});
const kept = (number: number, ...facts: readonly OrganisationEvent[]): OrganisationEvent => ({
  type: 'StructureImportChunk',
  data: chunk(number, ...facts),
});
const imported = (chunks: number, facts: number): OrganisationEvent => ({
  type: 'StructureImported',
  data: { importId, chunks, facts },
});

describe('a chunk of a structure', () => {
  const taking = decision(importStructureChunk, { reference });

  it('is kept as it came when each of its facts can be so', () => {
    const message = chunk(1, unit('house', 'north'), unit('room', 'house'), moved('home', 'house', '2026-01-01'));
    taking
      .given(...small)
      .when(message)
      .then({ type: 'StructureImportChunk', data: message });
  });

  it('builds on the chunks before it, and on nothing of another import', () => {
    taking
      .given(...small, kept(1, unit('house', 'north')))
      .when(chunk(2, unit('room', 'house')))
      .thenTypes('StructureImportChunk');
    taking
      .given(...small, kept(1, unit('house', 'north')))
      .when({ ...chunk(1, unit('room', 'house')), importId: idOf('other import') })
      .thenRefused('organisation.unit-unknown');
  });

  it('obeys the rules of the commands, among them those that a unit is made once and stands on no ring', () => {
    const given = taking.given(...small);
    given.when(chunk(1, unit('home', 'north'))).thenRefused('organisation.already-there');
    given.when(chunk(1, moved('north', 'home', '2026-01-01'))).thenRefused('organisation.unit-below-itself');
    given.when(chunk(1, closed('north', '2026-01-01'))).thenRefused('organisation.unit-has-units');
    given.when(chunk(1, committee('second', 'main', ['top']))).thenRefused('organisation.main-committee-exists');
    given.when(chunk(1, seat('a seat', 'nowhere'))).thenRefused('organisation.committee-unknown');
    given.when(chunk(1, seat('s', 'main'), seat('s', 'main'))).thenRefused('organisation.already-there');
    given
      .when(chunk(1, committee('c', 'local', ['home']), committee('c', 'local', ['home'])))
      .thenRefused('organisation.already-there');
  });

  it('is refused out of order', () => {
    taking
      .given(...small)
      .when(chunk(2, unit('house', 'north')))
      .thenRefused('organisation.import-out-of-order');
  });
});

describe('closing an import', () => {
  const closing = decision(closeStructureImport, { reference });
  const chunks = [kept(1, unit('house', 'north')), kept(2, unit('room', 'house'))];

  it('counts what came', () => {
    closing
      .given(...small, ...chunks)
      .when({ importId, chunks: 2 })
      .then(imported(2, 2));
  });

  it('refuses while a chunk is missing', () => {
    closing
      .given(...small, ...chunks)
      .when({ importId, chunks: 3 })
      .thenRefused('organisation.import-out-of-order');
  });

  it('refuses what can no longer be so because somebody changed the structure in the meantime', () => {
    closing
      .given(...small, ...chunks, unit('room', 'south'))
      .when({ importId, chunks: 2 })
      .thenRefused('organisation.already-there');
  });
});

describe('the structure', () => {
  const before = withFacts(organisationOf(small), [kept(1, unit('house', 'north'))]);

  it('shows nothing of an import that was not closed, and costs no reader another fold', () => {
    const alone = organisationOf(small);
    const aside = withFacts(alone, [kept(1, unit('house', 'north'))]);
    expect(historyOf(aside)).toBe(historyOf(alone));
    expect(structureOn(before, '2026-06-01').units.has(id('house'))).toBe(false);
  });

  it('shows all of it from the moment of the closing, and as known since then', () => {
    const recordedAt = '2026-03-01T10:00:00.000Z';
    const after = withFacts(before, [imported(1, 1)], recordedAt);
    expect(structureOn(after, '2025-02-01').units.get(id('house'))?.parentId).toBe(id('north'));
    expect(structureOn(after, '2025-02-01', '2026-02-01T10:00:00.000Z').units.has(id('house'))).toBe(false);
    expect(knownAt(after, recordedAt)).toBe(after);
    expect(after.keptAside.size).toBe(0);
    expect(after.last?.knownAt).toBe(metadata({ recordedAt }).recordedAt);
  });
});
