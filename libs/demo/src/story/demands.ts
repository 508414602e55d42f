import { line, type Step } from '../step.js';
import { missedCases } from './missed-cases.js';

const at = '2026-04-24T12:30:00.000Z';

const notRaised: Step = {
  key: 'breach',
  at,
  by: 'deputyChair',
  command: 'RecordBreachNotRaised',
  message: (id) => ({
    committeeId: id('mainCommittee'),
    caseIds: missedCases.map((one) => id(one.key)),
    on: '2026-04-24',
    reservesLaterCases: true,
    reservation:
      'Gælder kun de seks sager på listen. Medarbejdersiden kan rejse brud-sag om en senere sag, hvis den er principiel.',
    meetingId: id('meeting'),
    itemId: id('item5'),
    source: line('349-351'),
  }),
};

interface Demand {
  readonly kind: string;
  readonly text: string;
  readonly lines: string;
  readonly answer: readonly { readonly kind: string; readonly text: string; readonly owner?: string }[];
}

/** The five demands beside their answers, retold. Parts of an answer are kept apart: they do not promise the same. */
const demands: readonly Demand[] = [
  {
    kind: 'standingItem',
    lines: '356-358',
    text: 'Ledelsens faste møder hver måned og hvert kvartal får et fast punkt til sidst: skal nogen af sagerne i MED?',
    answer: [
      { kind: 'actionAnnounced', text: 'MED skal ind i ledelsesstrukturen.' },
      { kind: 'inProgress', text: 'Der arbejdes videre med forslaget.' },
    ],
  },
  {
    kind: 'training',
    lines: '359',
    text: 'MED-uddannelse til administrative centre og enheder, der A) laver særlige opgaver og sager til Socialudvalget eller B) vejleder centerledelserne.',
    answer: [
      {
        kind: 'actionAnnounced',
        text: 'CHRO går i gang med at introducere administrationens medarbejdere til MED, både i de administrative centre og i driftens centerteams.',
        owner: 'CHRO',
      },
      { kind: 'actionAnnounced', text: 'Begynder i eget center ugen efter mødet (uge 18).', owner: 'CHRO' },
    ],
  },
  {
    kind: 'mailboxAccess',
    lines: '360',
    text: 'MED-postkassen åbnes for andre end ledere: helst leder og næstforperson sammen, men næstforpersonen også alene og mod lederens syn; hvor der ikke er LokalMED, også almindelige medarbejdere.',
    answer: [
      { kind: 'proposed', text: 'Postkassen tænkes lanceret igen.' },
      {
        kind: 'proposed',
        text: 'CHRO drøfter først forløbet med næstformandskabet, også hvor der ikke er LokalMED.',
        owner: 'CHRO',
      },
    ],
  },
  {
    kind: 'recurringOverview',
    lines: '361',
    text: 'HovedMED får to gange om året et overblik over tilsyn på tilbuddene, især hvor handleplaner kræver flere midler.',
    answer: [
      {
        kind: 'decided',
        text: 'HovedMED får den sag om kvalitet på botilbud og børne- og ungehjem, som Socialudvalget får to gange om året, i samme omgang i årshjulet.',
      },
    ],
  },
  {
    kind: 'communication',
    lines: '362',
    text: 'Løbende påmindelser, gerne fra formandskabet, om at ændringer i organisationen skal MED-behandles på rette niveau; arbejdsgruppen under HovedMED kan hjælpe.',
    answer: [
      { kind: 'openTo', text: 'Åben for at styrke kommunikationen, fx i ugens lederopgaver.' },
      {
        kind: 'actionAnnounced',
        text: 'Formanden taler med kommunikationsafdelingen, gerne sammen med HovedMED.',
        owner: 'Formanden',
      },
    ],
  },
];

const demandSteps: readonly Step[] = demands.flatMap((demand, index): Step[] => [
  {
    key: `demand${index + 1}`,
    at,
    by: 'deputyChair',
    command: 'RaiseDemand',
    subject: 'breach',
    message: () => ({
      number: index + 1,
      kind: demand.kind,
      text: demand.text,
      on: '2026-04-24',
      source: line(demand.lines),
    }),
  },
  {
    key: `demand${index + 1}-answer`,
    at,
    by: 'chair',
    command: 'AnswerDemand',
    subject: 'breach',
    message: (id) => ({
      demandId: id(`demand${index + 1}`),
      on: '2026-04-24',
      parts: demand.answer,
      source: line(demand.lines),
    }),
  },
]);

/** No breach was raised on the six, with a reservation; five demands instead, each with its answer. */
export const breachSteps: readonly Step[] = [notRaised, ...demandSteps];
