import { line, type Step } from '../step.js';

/** The six that were approved without MED. Which of the four convert coordinator posts is not in the minutes. */
export const missedCases: readonly { readonly key: string; readonly title: string; readonly kind: string }[] = [
  { key: 'missed1', title: 'Sag til det politiske udvalg: et nyt tilbud etableres', kind: 'newService' },
  { key: 'missed2', title: 'Sag til det politiske udvalg: et eksisterende tilbud flyttes', kind: 'serviceMoved' },
  { key: 'missed3', title: 'Flere afdelingsledere (første af fire sager)', kind: 'moreSectionManagers' },
  { key: 'missed4', title: 'Flere afdelingsledere (anden af fire sager)', kind: 'moreSectionManagers' },
  { key: 'missed5', title: 'Flere afdelingsledere (tredje af fire sager)', kind: 'moreSectionManagers' },
  { key: 'missed6', title: 'Flere afdelingsledere (fjerde af fire sager)', kind: 'moreSectionManagers' },
];

/** Recorded after the meeting of 24 April: registered and already decided, in one go each. */
export const missedCaseSteps: readonly Step[] = missedCases.map(({ key, title, kind }) => ({
  key,
  at: '2026-04-24T11:00:00.000Z',
  by: 'secretariat',
  command: 'RegisterChange',
  message: () => ({
    title,
    kind,
    facts: {},
    unitId: null,
    decider: { body: 'notStated', managerUnitId: null },
    ownerId: null,
    decisionPoints: [],
    alreadyDecided: { body: 'notStated', when: { onOrBefore: '2026-04-24' }, outcome: 'approved' },
    found: { on: { onOrBefore: '2026-04-24' }, by: 'notStated' },
    source: line('341-345'),
  }),
}));

/** What the two sides said about the six on 24 April. */
export const missedCaseStatements: readonly Step[] = missedCases.flatMap(({ key }): Step[] => [
  {
    key: `${key}-acknowledged`,
    at: '2026-04-24T12:30:00.000Z',
    by: 'chair',
    command: 'AcknowledgeMiss',
    subject: key,
    message: () => ({ side: 'management', on: '2026-04-24', source: line('341') }),
  },
  {
    key: `${key}-explained`,
    at: '2026-04-24T12:30:00.000Z',
    by: 'chair',
    command: 'ExplainMiss',
    subject: key,
    message: () => ({ causes: ['noClearExplanation'], side: 'management', source: line('341, 343') }),
  },
]);
