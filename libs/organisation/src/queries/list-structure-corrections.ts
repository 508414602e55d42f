import type { Language, QueryDefinition } from '@rettidig/event-sourcing';
import type { Text } from '@rettidig/event-sourcing';
import {
  Codes,
  column,
  Day,
  dayOf,
  FreeText,
  Id,
  ListOf,
  Moment,
  One,
  OneOf,
  PageParameters,
  pageWith,
  Repeated,
  sides,
  SourceOfFact,
} from '@rettidig/vocabulary';
import { correctionsOf, type RecordedCorrection } from '../corrections.js';
import { committeeName, unitName } from '../names.js';
import type { Organisation } from '../organisation.js';
import type { Correctable } from '../organisation.events.js';
import {
  committeeKinds,
  committeeLevelWords,
  correctables,
  fieldsOfCorrections,
  offices,
  representativeKinds,
} from '../words.js';
import { chosenOf } from './facets.js';
import { listInMemory, organisationMemory, type About } from './list-in-memory.js';
import type { OrganisationReference } from './organisation-reference.js';
import { dayCell, sourceCell } from './terms.answer.js';

export class ListStructureCorrections extends PageParameters {
  @Repeated()
  @Codes(correctables, { description: 'Corrections of these things.', optional: true })
  what?: (keyof Correctable)[];

  @Id({ description: 'Corrections of this unit, committee, seat or period.', optional: true })
  of?: string;
}

/** One thing that was told anew. */
class CorrectedField {
  @FreeText({ description: 'What it is, in words.', max: 100 })
  field!: string;

  @FreeText({ description: 'What was recorded, in words; null for nothing.', max: 100_000, nullable: true })
  was!: string | null;

  @FreeText({ description: 'What is so, in words; null for nothing.', max: 100_000, nullable: true })
  isNow!: string | null;
}

/** A correction: what was recorded, what is so, and why (B3). */
class StructureCorrectionShown {
  @Id({ description: 'The correction.' })
  correctionId!: string;

  @OneOf(correctables, { description: 'What was corrected.' })
  what!: keyof Correctable;

  @FreeText({ description: 'The same in words.', max: 200 })
  whatText!: string;

  @Id({ description: 'The unit, committee, seat, period, confirmation, agreement or delegation.' })
  of!: string;

  @FreeText({ description: 'The name of the unit or committee; null where it has none.', max: 200, nullable: true })
  name!: string | null;

  @ListOf(() => CorrectedField, { description: 'What was told anew; empty when it never was so.' })
  fields!: CorrectedField[];

  @FreeText({ description: 'Why.', max: 1000 })
  reason!: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', nullable: true })
  source!: SourceOfFact | null;

  @Moment({ description: 'When it was recorded: as of any earlier instant what was recorded before is answered.' })
  recordedAt!: string;

  @Day({ description: 'The day of that.' })
  recordedOn!: string;
}

export class StructureCorrectionList extends pageWith(() => StructureCorrectionShown, {
  items: 'The corrections of this page, the latest first.',
  facets: 'Counts by what.',
}) {}

const codes: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  level: committeeLevelWords,
  levelsInForce: committeeLevelWords,
  kind: committeeKinds,
  side: sides,
  office: offices,
  representativeKind: representativeKinds,
};

function inWords(organisation: Organisation, field: string, value: unknown, language: Language): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((one) => inWords(organisation, field, one, language)).join(', ');
  const said = value as string;
  return codes[field]?.[said]?.[language] ?? unitName(organisation, said) ?? committeeName(organisation, said) ?? said;
}

function shown(organisation: Organisation, { data, knownAt, was }: RecordedCorrection, language: Language) {
  const { correctionId, correction, reason, source = null } = data;
  const { what, id, isNow } = correction;
  const told = Object.entries(isNow ?? {}).map(([field, value]): CorrectedField => ({
    field: fieldsOfCorrections[field]?.[language] ?? field,
    was: inWords(organisation, field, was[field], language),
    isNow: inWords(organisation, field, value, language),
  }));
  const name = unitName(organisation, id) ?? committeeName(organisation, id) ?? null;
  const whatText = correctables[what][language];
  const recorded = { recordedAt: knownAt, recordedOn: dayOf(knownAt) };
  return { correctionId, what, whatText, of: id, name, fields: told, reason, source, ...recorded };
}

function found({ what, of }: ListStructureCorrections, { reference }: About<OrganisationReference>) {
  const all = correctionsOf(reference.organisation).filter(({ data }) => of === undefined || data.correction.id === of);
  return chosenOf(all, { what: { chosen: what, of: ({ data }) => data.correction.what } });
}

const corrections = listInMemory({
  name: 'structure-corrections',
  memory: organisationMemory,
  found,
  show: (row, { reference, language }) => shown(reference.organisation, row, language),
});

export const listStructureCorrections: QueryDefinition<
  ListStructureCorrections,
  StructureCorrectionList,
  OrganisationReference
> = {
  name: 'ListStructureCorrections',
  parameters: ListStructureCorrections,
  answer: StructureCorrectionList,
  path: '/structure-corrections',
  tag: 'organisation',
  summary: { da: 'Rettelser af strukturen', en: 'Corrections of the structure' },
  refusals: ['cursor.unknown'],
  handle: (parameters, context) => corrections.page(parameters, context),
  csv: {
    fileName: { da: 'rettelser-af-strukturen', en: 'structure-corrections' },
    columns: [
      column('recordedOn', 'Rettet den', 'Corrected on'),
      column('what', 'Hvad', 'What'),
      column('name', 'Enhed eller udvalg', 'Unit or committee'),
      column('fields', 'Rettelse', 'Correction'),
      column('reason', 'Begrundelse', 'Reason'),
      column('source', 'Kilde', 'Source'),
    ],
    *rows(parameters, context) {
      for (const one of corrections.rows(parameters, context))
        yield {
          recordedOn: dayCell(one.recordedOn),
          what: one.whatText,
          name: one.name ?? '',
          fields: one.fields.map(({ field, was, isNow }) => `${field}: ${was ?? '–'} → ${isNow ?? '–'}`).join(' | '),
          reason: one.reason,
          source: sourceCell(one.source, context.language),
        };
    },
  },
};
