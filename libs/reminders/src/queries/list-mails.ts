import type { CsvExport, ListRequest, PersonCard, QueryContext, QueryDefinition } from '@rettidig/event-sourcing';
import { broad, isAtLeast, isAtMost, isOneOf, listQuery } from '@rettidig/event-sourcing';
import { committeeName, historyOf, managerOn, seatsOn } from '@rettidig/organisation';
import { column, dayInCsv, dayOf, momentInCsv } from '@rettidig/vocabulary';
import type { Lane, ReceiverFunction, RemindersReference } from '../kind.js';
import type { MailState } from '../projections/mail-tables.js';
import { REMINDERS_VIEW } from '../projections/reminders.projection.js';
import { kindTexts } from '../texts/kind-texts.js';
import { ListMails, MailList, MailsOfCase, type MailShown } from './list-mails.answer.js';
import { receiverWords } from '../texts/receiver-words.js';
import { stepsOf, stepText } from '../texts/step-words.js';
import { laneWords, mailStateWords, whyText } from './words.js';

interface Row {
  readonly mail_id: string;
  readonly kind: string;
  readonly step: string;
  readonly anchor: string;
  readonly due_on: string;
  readonly late: number;
  readonly change_id: string | null;
  readonly case_number: string | null;
  readonly committee_id: string | null;
  readonly person_id: string;
  readonly functions: string;
  readonly substitute_for: string;
  readonly fallback: number;
  readonly lane: Lane;
  readonly state: MailState;
  readonly why: string | null;
  readonly ended_at: string | null;
  readonly items: number;
  readonly attempt: number;
  readonly is_repeat: number;
  readonly answer: string | null;
}

const LATE = `case late when 1 then 'true' else 'false' end`;
/**
 * Whoever reads (`Reader`, as JSON) sees what was sent to themselves, and what is about their cases: of a committee in which
 * they sit, of a case that they own, or of a unit that they manage. What somebody is told as they want it, and whose mailbox
 * takes nothing, is nobody else's concern.
 */
const SEEN = `(person_id = json_extract(:value, '$.id') or not (lane = 'notice' or kind = 'receiverNotReached') and (
    :column in (select value from json_each(:value, '$.committees'))
    or exists (select 1 from {subject} where stream = 'change-' || change_id and (
      owner_id = json_extract(:value, '$.id') or unit_id in (select value from json_each(:value, '$.units'))))))`;

const mails = listQuery({
  name: 'mails',
  from:
    '(select t.*, m.id mail_id, m.ended_at, m.items, m.attempt, m.is_repeat, m.answer' +
    ' from {told} t join {mail} m on m.number = t.mail)',
  columns: ['*'],
  tieBreaker: 'number',
  filters: {
    case: isOneOf('change_id'),
    person: isOneOf('person_id'),
    committee: broad(1, isOneOf('committee_id')),
    from: broad(1, isAtLeast('due_on')),
    to: broad(1, isAtMost('due_on')),
    kind: broad(1, isOneOf('kind')),
    state: broad(2, isOneOf('state')),
    late: broad(2, isOneOf(LATE)),
    seenBy: broad(2, { column: 'committee_id', sql: SEEN }),
  },
  sorts: { told: ['number'], dueOn: ['due_on'] },
  defaultSort: '-told',
  facets: {
    kind: { sql: 'kind', ignores: 'kind' },
    state: { sql: 'state', ignores: 'state' },
    late: { sql: LATE, ignores: 'late' },
  },
});

type MailReference = Pick<RemindersReference, 'organisation' | 'functions' | 'reminderSteps'>;
type Context = QueryContext<MailReference>;

/** Whoever looks after mails or checks them. */
const seesAll: readonly string[] = ['secretariat', 'auditor'];

/** Somebody who reads about their own cases. */
interface Reader {
  readonly id: string;
  /** Those in which they have a seat today, on whatever side. */
  readonly committees: readonly string[];
  /** Those whose manager they are today. */
  readonly units: readonly string[];
}

function readerOf({ actor: { id }, now, reference: { organisation, functions } }: Context): Reader {
  const today = dayOf(now);
  const { committees, units } = historyOf(organisation);
  const sitsIn = (committeeId: string): boolean =>
    seatsOn(organisation, committeeId, today).some(({ personId }) => personId === id);
  return {
    id,
    committees: [...committees.keys()].filter(sitsIn),
    units: [...units.keys()].filter((unitId) => managerOn(functions, unitId, today) === id),
  };
}

function requestOf(parameters: ListMails, context: Context): ListRequest {
  const { actor, now } = context;
  const { sort, limit, cursor, case: ofCase, person, late, ...filters } = parameters;
  return {
    now,
    ...(sort && { sort }),
    ...(limit && { limit }),
    ...(cursor && { cursor }),
    filters: {
      ...filters,
      case: ofCase && [ofCase],
      person: person && [person],
      late: late && [late],
      seenBy: seesAll.includes(actor.role) ? undefined : JSON.stringify(readerOf(context)),
    },
  };
}

function shown(row: Row, { language, reference }: Context): MailShown {
  const functions = JSON.parse(row.functions) as ReceiverFunction[];
  const steps = stepsOf(row.kind, reference.reminderSteps, row.due_on);
  return {
    mailId: row.mail_id,
    ...{ kind: row.kind, kindText: kindTexts[row.kind]?.name[language] ?? row.kind },
    ...{ step: row.step, stepText: stepText(steps, row.step, language) },
    ...{ about: row.anchor, dueOn: row.due_on, isLate: row.late === 1 },
    ...{ changeId: row.change_id, number: row.case_number, committeeId: row.committee_id },
    committeeName: row.committee_id === null ? null : (committeeName(reference.organisation, row.committee_id) ?? null),
    ...{ personId: row.person_id, personName: null },
    functions,
    functionsText: functions.map((one) => receiverWords[one][language]).join(', '),
    substituteFor: JSON.parse(row.substitute_for) as string[],
    isFallback: row.fallback === 1,
    ...{ lane: row.lane, laneText: laneWords[row.lane][language] },
    ...{ state: row.state, stateText: mailStateWords[row.state][language] },
    ...{ why: row.why, whyText: whyText(row.why)?.[language] ?? null },
    sentAt: row.state === 'sent' ? row.ended_at : null,
    ...{ together: row.items, attempt: row.attempt, isRepeat: row.is_repeat === 1, answer: row.answer },
  };
}

async function pageOf(parameters: ListMails, context: Context): Promise<MailList> {
  const page = mails.run<Row>(context.views.view(REMINDERS_VIEW), requestOf(parameters, context));
  const ids = [...new Set(page.items.map(({ person_id }) => person_id))];
  const cards = ids.length === 0 ? new Map<string, PersonCard>() : await context.people(ids);
  const named = (row: Row): MailShown => ({
    ...shown(row, context),
    personName: cards.get(row.person_id)?.name ?? null,
  });
  return { ...page, items: page.items.map(named) };
}

const csvOf = <Parameters>(asked: (parameters: Parameters) => ListMails): CsvExport<Parameters, MailReference> => ({
  fileName: { da: 'mails', en: 'mails' },
  columns: [
    column('dueOn', 'Skulle sendes', 'Due'),
    column('sentAt', 'Sendt', 'Sent'),
    column('state', 'Status', 'State'),
    column('why', 'Årsag', 'Why'),
    column('kind', 'Påmindelse', 'Reminder'),
    column('step', 'Trin', 'Step'),
    column('about', 'Om dagen', 'About the day'),
    column('number', 'Sag', 'Case'),
    column('committee', 'MED-udvalg', 'Committee'),
    column('functions', 'Modtager som', 'Receiver as'),
    column('person', 'Person (id)', 'Person (id)'),
    column('substituteFor', 'Stedfortræder for (id)', 'Substitute for (id)'),
    column('fallback', 'I stedet for en, der ikke kan nås', 'In the place of somebody who cannot be reached'),
    column('late', 'For sent', 'Late'),
    column('together', 'Påmindelser i mailen', 'Reminders in the mail'),
    column('attempt', 'Forsøg', 'Attempts'),
    column('repeat', 'Måske sendt to gange', 'Perhaps sent twice'),
    column('answer', 'Mailserverens svar', 'Answer of the mail server'),
    column('mail', 'Mail (id)', 'Mail (id)'),
  ],
  *rows(parameters, context) {
    const yes = (is: boolean): string => (is ? { da: 'ja', en: 'yes' }[context.language] : '');
    for (const row of mails.all<Row>(context.views.view(REMINDERS_VIEW), requestOf(asked(parameters), context))) {
      const one = shown(row, context);
      yield {
        ...{ dueOn: dayInCsv(one.dueOn), sentAt: one.sentAt === null ? '' : momentInCsv(one.sentAt) },
        ...{ state: one.stateText, why: one.whyText ?? '' },
        ...{ kind: one.kindText, step: one.stepText, about: dayInCsv(one.about), number: one.number ?? '' },
        ...{ committee: one.committeeName ?? '', functions: one.functionsText, person: one.personId },
        ...{ substituteFor: one.substituteFor.join(', '), fallback: yes(one.isFallback), late: yes(one.isLate) },
        ...{ together: one.together, attempt: one.attempt, repeat: yes(one.isRepeat) },
        ...{ answer: one.answer ?? '', mail: one.mailId },
      };
    }
  },
});

/** Every mail about the reader's cases that was ever due: to whom, as what, when, and what became of it. */
export const listMails: QueryDefinition<ListMails, MailList, MailReference> = {
  name: 'ListMails',
  parameters: ListMails,
  answer: MailList,
  path: '/mails',
  tag: 'reminders',
  summary: {
    da: 'Mails: til hvem, hvornår, og hvad der blev af dem',
    en: 'Mails: to whom, when, and how they went',
  },
  refusals: ['cursor.unknown'],
  handle: pageOf,
  csv: csvOf((parameters) => parameters),
};

const ofCase = ({ id, ...parameters }: MailsOfCase): ListMails => ({ ...parameters, case: id });

/** The same, of one case. */
export const listCaseMails: QueryDefinition<MailsOfCase, MailList, MailReference> = {
  name: 'ListCaseMails',
  parameters: MailsOfCase,
  answer: MailList,
  path: '/changes/{id}/mails',
  tag: 'reminders',
  summary: { da: 'Mails om en sag', en: 'Mails about a case' },
  refusals: ['cursor.unknown'],
  handle: (parameters, context) => pageOf(ofCase(parameters), context),
  csv: csvOf(ofCase),
};
