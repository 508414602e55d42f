import { decision } from '@rettidig/event-sourcing/testing';
import type { Step } from '../kind.js';
import { kindNamed } from '../kinds/index.js';
import { agreeReminderSteps } from './agree-reminder-steps.js';

const step = (count: number, more: object = {}) => ({
  ...{ offset: { count, kind: 'workday' as const }, to: ['owner' as const], on: true },
  ...more,
});
const when = (changes: object) =>
  decision(agreeReminderSteps, { reference: {} })
    .given()
    .when({ kind: 'itemDue', steps: [step(-5)], effectiveFrom: '2027-01-01', ...changes });

describe('agreeing on when people are reminded', () => {
  it('keeps the steps with words of its own and where it stands', () => {
    const said = {
      steps: [step(-5, { to: ['owner', 'unitManager'] }), step(1, { on: false, escalates: true })],
      text: { da: 'Ring til {committee} om sag {number}.', en: 'Ring {committee} about case {number}.' },
      source: { kind: 'document' as const, reference: 'MED-aftalen § 4' },
    };
    when(said).then({ type: 'ReminderStepsAgreed', data: { kind: 'itemDue', effectiveFrom: '2027-01-01', ...said } });
    when({ steps: [] }).thenTypes('ReminderStepsAgreed');
  });

  it('keeps what the product says of how a step goes out', () => {
    const ten: Step = { offset: { count: 10, kind: 'workday' }, to: ['chair'], on: true };
    when({ kind: 'possibleMissWaiting', steps: [ten] }).then({
      type: 'ReminderStepsAgreed',
      data: { kind: 'possibleMissWaiting', steps: [{ ...ten, lane: 'dated' }], effectiveFrom: '2027-01-01' },
    });
  });

  it('refuses a kind that there is not, and two steps of the same days', () => {
    when({ kind: 'nothing' }).thenRefused('reminders.kind-unknown');
    when({ steps: [step(-5), step(-5, { to: ['chair'] })] }).thenRefused('reminders.step-twice');
    when({ steps: [step(-5), { ...step(0), offset: { count: -5, kind: 'calendar' } }] }).thenTypes(
      'ReminderStepsAgreed',
    );
  });

  it('refuses a step on days on which another one comes again each week', () => {
    const days = (count: number, kind = 'calendar') => step(count, { offset: { count, kind } });
    const open = (...counts: object[]) => when({ kind: 'missOpen', steps: [days(0), ...counts] });
    open(days(7, 'calendar')).thenRefused('reminders.step-twice');
    when({ kind: 'missOpen', steps: [days(14), days(0)] }).thenRefused('reminders.step-twice');
    open(days(3), days(7, 'workday')).thenTypes('ReminderStepsAgreed');
    when({ kind: 'followUp', steps: [days(-7), days(0), days(7)] }).thenTypes('ReminderStepsAgreed');
  });

  it('refuses steps of which nobody would be told the first', () => {
    const only = { to: ['toldBefore' as const] };
    when({ steps: [step(-5, only), step(-1, only)] }).thenRefused('reminders.nobody-told-first');
    when({ steps: [step(-5, { on: false }), step(-1, only)] }).thenRefused('reminders.nobody-told-first');
    when({ steps: [step(-5), step(-1, only)] }).thenTypes('ReminderStepsAgreed');
    when({ steps: [step(-5, { to: ['toldBefore', 'chair'] })] }).thenTypes('ReminderStepsAgreed');
    when({ steps: [step(-5, { on: false })] }).thenTypes('ReminderStepsAgreed');
    const [own] = kindNamed('meetingChanged')!.steps;
    when({ kind: 'meetingChanged', steps: [own] }).thenTypes('ReminderStepsAgreed');
  });

  it.each(['Sag {title}', 'Sag {number', 'Sag number}', 'Sag {}', 'Sag {{number}}'])('refuses %s by name', (da) => {
    when({ text: { da, en: 'Case {number}' } }).thenRefused('reminders.placeholder-unknown');
    when({ text: { da: 'Sag {number}', en: da } }).thenRefused('reminders.placeholder-unknown');
  });

  it('lets nobody switch off that the deputy chair knows of a duty that was lowered', () => {
    const [own] = kindNamed('dutyLowered')!.steps;
    when({ kind: 'dutyLowered', steps: [] }).thenRefused('reminders.always-told');
    when({ kind: 'dutyLowered', steps: [{ ...own, on: false }] }).thenRefused('reminders.always-told');
    when({ kind: 'dutyLowered', steps: [{ ...own, to: ['chair'] }] }).thenRefused('reminders.always-told');
    when({ kind: 'dutyLowered', steps: [{ ...own, to: ['deputyChair', 'chair'] }] }).thenTypes('ReminderStepsAgreed');
    // On a Monday both have come of what was lowered on the Saturday, and the later one is told.
    when({ kind: 'dutyLowered', steps: [own, step(1, { to: ['secretariat'] })] }).thenRefused('reminders.always-told');
    const both = step(1, { to: ['secretariat', 'deputyChair'] });
    when({ kind: 'dutyLowered', steps: [own, both] }).thenTypes('ReminderStepsAgreed');
  });
});
