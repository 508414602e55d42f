import type { NameReference } from '@rettidig/cases';
import { caseGlances, contextAsOf } from '@rettidig/cases';
import type { QueryContext, QueryDefinition, RecordedEvent } from '@rettidig/event-sourcing';
import { notFound, TryLater } from '@rettidig/event-sourcing';
import { AsOf, asOfInstant, dayInWords, Id, politicalBodies } from '@rettidig/vocabulary';
import type { LocalDate, PoliticalBody } from '@rettidig/vocabulary';
import { linkReasons, standings } from '../agenda.words.js';
import type { PoliticalAgendaEvent } from '../political-agenda.events.js';
import { POLITICAL_AGENDAS_VIEW } from '../projections/political-agendas.projection.js';
import { AgendaReader } from '../register/agenda-reader.js';
import { wordsInCommon } from '../register/alike.js';
import type { HeldItem } from '../register/held-item.js';
import { countsOf, heldItems } from '../register/held-item.js';
import { ifItWere } from '../register/if-it-were.js';
import type { AgendaItemHeld, AgendaVersion, PerhapsCase } from './political-agenda.answer.js';
import { PoliticalAgendaDetail } from './political-agenda.answer.js';

export class GetPoliticalAgenda {
  @Id({ description: 'The agenda.' })
  id!: string;

  @AsOf()
  asOf?: string;
}

type Context = QueryContext<NameReference>;

export const getPoliticalAgenda: QueryDefinition<GetPoliticalAgenda, PoliticalAgendaDetail, NameReference> = {
  name: 'GetPoliticalAgenda',
  parameters: GetPoliticalAgenda,
  answer: PoliticalAgendaDetail,
  path: '/political-agendas/{id}',
  tag: 'detection',
  summary: {
    da: 'En politisk dagsorden holdt op mod registret, punkt for punkt',
    en: 'A political agenda held against the register, item by item',
  },
  refusals: ['political-agenda.unknown'],
  handle: async ({ id, asOf }, context) => {
    const at = asOfInstant(asOf, context.now);
    const events = await context.readStream<PoliticalAgendaEvent>(`politicalAgenda-${id}`, at);
    if (events.length === 0) throw notFound('political-agenda.unknown');
    const reader = new AgendaReader(context.views, at);
    const agenda = reader.agenda(id);
    if (!agenda) throw new TryLater('view-behind', 1, { view: POLITICAL_AGENDAS_VIEW });
    const held = heldItems([id], context, asOf);
    const show = showing({ ...agenda, held, reader }, context, asOf);
    return {
      agendaId: id,
      etag: `"${events.filter(({ meta }) => meta.byPerson).length}"`,
      ...agenda,
      bodyText: politicalBodies[agenda.body][context.language],
      versions: events.flatMap(versionOf),
      counts: countsOf(held),
      items: held.map(show),
    };
  },
};

function versionOf({ type, data, meta }: RecordedEvent<PoliticalAgendaEvent>): AgendaVersion[] {
  if (type !== 'PoliticalAgendaImported') return [];
  const { version, complete, importId, added, changed, withdrawn, returned } = data as Extract<
    PoliticalAgendaEvent,
    { type: typeof type }
  >['data'];
  return [
    {
      ...{ version, recordedAt: meta.recordedAt, complete, importId },
      ...{ added: added.length, changed: changed.length, withdrawn: withdrawn.length, returned: returned.length },
    },
  ];
}

interface Agenda {
  readonly body: PoliticalBody;
  readonly on: LocalDate;
  readonly held: readonly HeldItem[];
  readonly reader: AgendaReader;
}

/** Shows items in the reader's words, with the names and rules that were known then. */
function showing(agenda: Agenda, context: Context, asOf: string | undefined): (held: HeldItem) => AgendaItemHeld {
  const { reference, language } = contextAsOf(context, asOf);
  const perhaps = perhapsOf(agenda, context, asOf);
  return (held) => {
    const { item, standing, cases, suspicion } = held;
    const { itemId, number, title, closed, withdrawn, externalNumbers } = item;
    return {
      ...{ itemId, number, title, closed, withdrawn, standing },
      externalNumbers: externalNumbers.map(({ system, value }) => ({ system, value })),
      standingText: standings[standing][language],
      cases: cases.map(({ glance: { caseId, number: ofCase, title: called, statusText, missing }, by }) => ({
        ...{ caseId, number: ofCase, title: called, statusText },
        linkedBy: by,
        linkedByText: linkReasons[by][language],
        missing: missing.map((one) => ({ ...one })),
      })),
      suspicion: suspicion
        ? {
            possibleMissId: suspicion.possibleMissId,
            percent: Math.round(suspicion.score * 100),
            words: [...suspicion.words],
            dismissed: suspicion.dismissed,
            ifItWere: ifItWere(suspicion, agenda, reference, language),
          }
        : null,
      perhaps: perhaps(held),
    };
  };
}

/** Cases that the same body decides on that day, that no item is linked to, and whose titles share words with the item's. */
function perhapsOf(
  { body, on, held, reader }: Agenda,
  context: Context,
  asOf: string | undefined,
): (held: HeldItem) => PerhapsCase[] {
  const linked = new Set(held.flatMap(({ cases }) => cases.map(({ glance }) => glance.caseId)));
  const candidates = caseGlances(
    reader.decidedBy(body, on).filter((caseId) => !linked.has(caseId)),
    context,
    asOf,
  );
  return ({ item, cases }) => {
    if (item.title === null || cases.length > 0) return [];
    return [...candidates.values()].flatMap(({ caseId, number, title }) => {
      const words = wordsInCommon(title, item.title!);
      return words.length > 0 ? [{ caseId, number, title, why: whyPerhaps(body, on, words)[context.language] }] : [];
    });
  };
}

const whyPerhaps = (body: PoliticalBody, on: LocalDate, words: readonly string[]) => ({
  da: `Sagen afgøres i ${politicalBodies[body].da} den ${dayInWords(on)}, og titlerne deler ord: ${words.join(', ')}`,
  en: `The case is decided by ${politicalBodies[body].en} on ${dayInWords(on)}, and the titles share words: ${words.join(', ')}`,
});
