import type { Extract } from '@rettidig/documents';
import { agendaIdOf } from '@rettidig/detection';
import type { ItemKnown } from '@rettidig/detection';
import { idOf } from '@rettidig/event-sourcing';
import type { Organisation, OrganisationEvent } from '@rettidig/organisation';
import { organisationPart } from '@rettidig/organisation';
import { recorded } from '@rettidig/event-sourcing/testing';
import type { PlanContext } from '../import-kind.js';
import type { PoliticalAgendaDecisions } from './decisions.js';
import { planAgendas } from './plan.js';
import type { AgendaLookUp } from './planned-agenda.js';

const HEAD = 'Dagsorden for Socialudvalget den 3. juni 2026';
const AGENDA = agendaIdOf('socialCommittee', '2026-06-03');

const lines = (...text: readonly string[]): Extract => ({ kind: 'lines', lines: text });

const gone: ItemKnown = {
  ...{ itemId: idOf('gone'), agendaId: AGENDA, number: '9', title: 'Væk', text: null, externalNumbers: [] },
  ...{ closed: false, withdrawn: false, alias: idOf('alias'), fingerprint: idOf('wording'), links: [] },
};

/** As if the register held one item of that agenda and no cases. */
const found = {
  reader: {
    itemsOf: (ids: readonly string[]) => (ids.includes(AGENDA) ? [gone] : []),
    agenda: () => undefined,
    suspicionsOf: () => new Map(),
    casesOf: () => new Map(),
  },
  glances: () => new Map(),
} as unknown as AgendaLookUp;

const administration: OrganisationEvent = {
  type: 'UnitEstablished',
  data: { unitId: idOf('top'), name: 'Socialforvaltningen', parentId: null, validFrom: '2020-01-01' },
};
const organisation: Organisation = recorded([{ ...administration, stream: 'organisation-administration' }]).reduce(
  organisationPart.evolve,
  organisationPart.initial,
);

function plan(extract: Extract, decisions?: PoliticalAgendaDecisions) {
  const context: PlanContext = {
    ...{ importId: idOf('import'), now: '2026-05-20T10:00:00.000Z', language: 'da', people: new Map(), found },
    ...{ actor: { id: idOf('somebody'), role: 'secretariat' }, reference: { organisation } },
  };
  const { preview, obstacle, steps } = planAgendas(extract, decisions, context);
  return { preview, steps, obstacle: obstacle?.code, details: obstacle?.details };
}

describe('what would be recorded from a political agenda', () => {
  it('is one command for each agenda, on the stream that follows from body and day', () => {
    const { steps } = plan(lines(HEAD, '1. Et punkt (F2 2026 - 8340)', '2. (Lukket punkt) Navn'));
    expect(steps).toEqual([
      {
        ...{ key: `agenda ${AGENDA} after 0`, command: 'ImportPoliticalAgenda', subjectId: AGENDA },
        message: {
          ...{ body: 'socialCommittee', on: '2026-06-03', complete: false, importId: idOf('import') },
          items: [
            { number: '1', title: 'Et punkt', externalNumbers: [{ system: 'F2', value: '2026-8340' }], closed: false },
            { number: '2', externalNumbers: [], closed: true },
          ],
        },
      },
    ]);
  });

  it('withdraws nothing unless the document or a person says that it is the whole agenda', () => {
    const withdrawn = (extract: Extract, decisions?: PoliticalAgendaDecisions) =>
      plan(extract, decisions).preview.agendas[0]!.withdrawn.map(({ number }) => number);
    expect(withdrawn(lines(HEAD, '1. Et punkt'))).toEqual([]);
    expect(withdrawn(lines(HEAD, '1. Et punkt'), { complete: true })).toEqual(['9']);
    expect(withdrawn(lines(`Komplet dagsorden`, HEAD, '1. Et punkt'))).toEqual(['9']);
    expect(withdrawn(lines(`Komplet dagsorden`, HEAD, '1. Et punkt'), { complete: false })).toEqual([]);
  });

  it('nor when something in it was not understood: that may have been an item', () => {
    const { agendas, leftOut } = plan(lines('Komplet dagsorden', HEAD, 'Noget andet', '1. Et punkt')).preview;
    expect(agendas[0]).toMatchObject({ saysComplete: true, complete: false, withdrawn: [] });
    expect(leftOut).toMatchObject([{ at: 3, whyText: 'står før det første punkt' }]);
  });

  it('takes an item that stands in it twice once, and says so', () => {
    const row = (at: number, id: string) => ({ row: at, cells: [id, 'Et punkt', 'SUD', '03-06-2026'] });
    const heading = { row: 1, cells: ['Id', 'Titel', 'Udvalg', 'Dato'] };
    const { preview } = plan({ kind: 'table', rows: [heading, row(2, 'a'), row(3, 'a'), row(4, 'b')] });
    expect(preview.agendas[0]!.items.map(({ at }) => at)).toEqual([2, 4]);
    expect(preview.leftOut).toMatchObject([{ at: 3, why: 'twice' }]);
  });

  it('shows what the words of an open item say, and nothing of a closed one', () => {
    const [open, closed] = plan(lines(HEAD, '1. Flytning af bostedet Åkanden', '2. Lukket punkt')).preview.agendas[0]!
      .items;
    expect(open!.suspicion).toMatchObject({ suspected: true, kinds: expect.arrayContaining(['Flytning af tilbud']) });
    expect(closed).toMatchObject({ title: null, suspicion: null });
  });
});

describe('what stands in the way', () => {
  it.each<[string, Extract, PoliticalAgendaDecisions | undefined]>([
    ['not-recognised', { kind: 'xml', root: { name: 'x', namespace: '', attributes: {}, children: [], text: '' } }, {}],
    ['no-items', { kind: 'table', rows: [{ row: 1, cells: ['Navn', 'Alder'] }] }, {}],
    ['body-unknown', lines('1. Et punkt'), { on: '2026-06-03' }],
    ['day-unknown', lines('1. Et punkt'), { body: 'council' }],
    ['body-differs', lines(HEAD, '1. Et punkt'), { body: 'council' }],
    ['day-differs', lines(HEAD, '1. Et punkt'), { on: '2026-06-04' }],
    ['day-too-far', lines('1. Et punkt'), { body: 'council', on: '2027-12-01' }],
    ['another-administration', lines('Teknik- og Miljøforvaltningen', HEAD, '1. Et punkt'), undefined],
  ])('is %s', (code, extract, decisions) => {
    const { obstacle, steps } = plan(extract, decisions);
    expect([obstacle, steps]).toEqual([`agenda-import.${code}`, []]);
  });

  it('is nothing when the administration is this one, or a person says that another does not matter', () => {
    expect(plan(lines('Socialforvaltningen', HEAD, '1. Et punkt')).obstacle).toBeUndefined();
    const other = lines('Teknik- og Miljøforvaltningen', HEAD, '1. Et punkt');
    expect(plan(other, { fromAnotherAdministration: true }).obstacle).toBeUndefined();
  });

  it('names the bodies that are known', () => {
    const { details } = plan(lines('Dagsorden for Landdistriktsudvalget den 3. juni 2026', '1. Et punkt'));
    expect(details).toMatchObject({ at: 1, known: expect.arrayContaining(['Socialudvalget']) });
  });
});
