import { constructed, line, type Step } from '../step.js';

const registered = '2026-04-09T08:00:00.000Z';

/** The three cases of the meeting that were on their way through MED, as registered before it. */
export const waitingCaseSteps: readonly Step[] = [
  {
    key: 'youth',
    at: registered,
    by: 'secretariat',
    command: 'RegisterChange',
    message: (id) => ({
      title: 'Midlertidigt behandlingstilbud til unge med rusmiddelproblemer',
      description: 'Socialudvalget skal kun tage stilling til det midlertidige tilbud (linje 86).',
      kind: 'newService',
      facts: {},
      unitId: id('substanceCentre'),
      decider: { body: 'socialCommittee', managerUnitId: null },
      ownerId: null,
      decisionPoints: [{ kind: 'decision', body: 'socialCommittee', when: { notStated: true }, source: line('86') }],
      source: line('80-86'),
    }),
  },
  {
    key: 'reorganisation',
    at: registered,
    by: 'secretariat',
    command: 'RegisterChange',
    message: (id) => ({
      title: 'Påtænkt ny organisering af § 85-støtten i to større enheder, Nord og Syd',
      description:
        'En arbejdsgruppe af medarbejdere og ledelse tager sig af det praktiske. Den er ikke et MED-udvalg, og dens ' +
        'arbejde tæller ikke som MED-behandling (linje 126 og 190).',
      kind: 'reorganisation',
      // Several units are brought together in two (line 122).
      facts: { crossCutting: 'yes' },
      unitId: id('support'),
      decider: { body: 'notStated', managerUnitId: null },
      ownerId: null,
      decisionPoints: [{ kind: 'decision', body: 'notStated', when: { notStated: true }, source: constructed }],
      source: line('122-126'),
    }),
  },
  {
    key: 'budget',
    at: registered,
    by: 'secretariat',
    command: 'RegisterChange',
    message: (id) => ({
      title: 'To budgetnotater om at fastholde og rekruttere medarbejdere (budget 2027)',
      kind: 'budgetProposal',
      facts: {},
      unitId: id('sof'),
      decider: { body: 'budgetNegotiations', managerUnitId: null },
      ownerId: null,
      decisionPoints: [
        { kind: 'presentation', body: 'socialCommittee', when: { on: '2026-06-03' }, source: line('333') },
        { kind: 'decision', body: 'budgetNegotiations', when: { notStated: true }, source: line('206') },
      ],
      source: line('206'),
    }),
  },
];
