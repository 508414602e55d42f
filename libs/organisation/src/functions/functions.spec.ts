import { decision, metadata } from '@rettidig/event-sourcing/testing';
import { evolve, idOf } from '@rettidig/event-sourcing';
import { committee, id, organisationOf, unit } from '../testing/facts.js';
import { allSecretariatOn, appointedSecretariatOn, appointmentsOn, managerOn, substitutesOn } from './appointments.js';
import { appointSecretariatMember } from './appoint-secretariat-member.js';
import { appointUnitManager } from './appoint-unit-manager.js';
import { endAppointment } from './end-appointment.js';
import type { FunctionsEvent } from './functions.events.js';
import { functionsDecider, functionsKnownAt } from './functions.js';
import { nameSubstitute } from './name-substitute.js';
import { takeBackAppointment } from './take-back-appointment.js';

const reference = {
  organisation: organisationOf([
    unit('top', null),
    unit('home', 'top', '2026-01-01'),
    committee('main', 'main', ['top']),
  ]),
};
const commandId = idOf('c');
const manager = (name: string, person: string, from: string, to?: string): FunctionsEvent => ({
  type: 'UnitManagerAppointed',
  data: { appointmentId: id(name), unitId: id('home'), personId: id(person), from, ...(to ? { to } : {}) },
});
const ended = (name: string, on: string): FunctionsEvent => ({
  type: 'AppointmentEnded',
  data: { appointmentId: id(name), on },
});
const inError = (name: string): FunctionsEvent => ({
  type: 'AppointmentRecordedInError',
  data: { appointmentId: id(name), reason: 'En anden enhed' },
});
const functionsOf = (...events: readonly FunctionsEvent[]) =>
  events.reduce(
    (known, event, at) =>
      evolve(functionsDecider, known, { ...event, meta: metadata({ recordedAt: `2026-02-0${at + 1}T08:00:00.000Z` }) }),
    functionsDecider.initial,
  );

describe('appointing a manager', () => {
  const message = { unitId: id('home'), personId: id('kim'), from: '2026-06-01' };
  const appointing = decision(appointUnitManager, { reference, commandId });

  it('says so under an id that follows from the command', () => {
    const data = { appointmentId: idOf(commandId, 'appointment'), ...message };
    appointing.given().when(message).then({ type: 'UnitManagerAppointed', data });
  });

  it('follows upon one who ends on that day, and refuses two on one day', () => {
    const before = manager('first', 'bo', '2026-01-01');
    appointing.given(before).when(message).thenRefused('organisation.appointed-already');
    appointing.given(before, ended('first', '2026-06-02')).when(message).thenRefused('organisation.appointed-already');
    appointing.given(before, ended('first', '2026-06-01')).when(message).thenTypes('UnitManagerAppointed');
    appointing.given(before, inError('first')).when(message).thenTypes('UnitManagerAppointed');
    const later = manager('later', 'bo', '2027-01-01');
    appointing.given(later).when(message).thenRefused('organisation.appointed-already');
    appointing
      .given(later)
      .when({ ...message, to: '2027-01-01' })
      .thenTypes('UnitManagerAppointed');
  });

  it('names what it collides with', () => {
    const refused = appointing.given(manager('first', 'bo', '2026-01-01')).when({ ...message, to: '2026-07-01' });
    const about = { from: '2026-01-01', until: null, newFrom: '2026-06-01', newUntil: '2026-07-01' };
    expect(() => refused.decided()).toThrow(
      expect.objectContaining({ details: { appointmentId: id('first'), ...about } }),
    );
  });

  it('refuses units that were not there yet, and ends before their beginning', () => {
    appointing
      .given()
      .when({ ...message, unitId: id('nowhere') })
      .thenRefused('organisation.unit-unknown');
    appointing
      .given()
      .when({ ...message, from: '2025-12-31' })
      .thenRefused('organisation.unit-not-there');
    appointing
      .given()
      .when({ ...message, to: '2026-06-01' })
      .thenRefused('organisation.ends-before-it-starts');
  });
});

describe('the secretariat', () => {
  const appointing = decision(appointSecretariatMember, { reference, commandId });

  it('may be several persons, of one committee or of all, each once', () => {
    const [one, other] = [
      { personId: id('kim'), from: '2026-01-01' },
      { personId: id('bo'), from: '2026-01-01' },
    ];
    const given = appointing.given(...appointing.given().when(one).decided());
    given.when(other).thenTypes('SecretariatMemberAppointed');
    given.when({ ...one, committeeId: id('main') }).thenTypes('SecretariatMemberAppointed');
    given.when(one).thenRefused('organisation.appointed-already');
    given.when({ ...other, committeeId: id('nowhere') }).thenRefused('organisation.committee-unknown');
  });

  it('is told apart by committee', () => {
    const of = (committeeId: string | null, name: string): FunctionsEvent => ({
      type: 'SecretariatMemberAppointed',
      data: { appointmentId: id(`s ${name}`), committeeId, personId: id(name), from: '2026-01-01' },
    });
    const functions = functionsOf(of(null, 'kim'), of(id('main'), 'bo'));
    expect(appointedSecretariatOn(functions, null, '2026-03-01')).toEqual([id('kim')]);
    expect(appointedSecretariatOn(functions, id('main'), '2026-03-01')).toEqual([id('bo')]);
    expect(allSecretariatOn(functions, '2026-03-01')).toEqual([id('kim'), id('bo')]);
    expect(allSecretariatOn(functions, '2025-12-31')).toEqual([]);
    const corrected = functionsOf(of(null, 'kim'), of(id('main'), 'bo'), inError('s bo'));
    expect(allSecretariatOn(corrected, '2026-03-01')).toEqual([id('kim')]);
  });
});

describe('all appointments of a day', () => {
  it('are those that hold on it and were not recorded in error', () => {
    const functions = functionsOf(
      ...[manager('first', 'bo', '2026-01-01', '2026-03-01'), manager('second', 'kim', '2026-03-01')],
      ...[manager('wrong', 'lis', '2026-01-01'), inError('wrong')],
    );
    const on = (day: string) => appointmentsOn(functions, day).map(({ to, of, personId }) => [to, of, personId]);
    expect(on('2026-02-28')).toEqual([['unitManager', id('home'), id('bo')]]);
    expect(on('2026-03-01')).toEqual([['unitManager', id('home'), id('kim')]]);
  });
});

describe('a substitute', () => {
  const message = { personId: id('kim'), substituteId: id('bo'), from: '2026-07-06', to: '2026-07-27' };
  const naming = decision(nameSubstitute, { reference, commandId });

  it('is another person, once at a time, and there may be two', () => {
    const given = naming.given(...naming.given().when(message).decided());
    given.when({ ...message, from: '2026-07-20', to: '2026-08-01' }).thenRefused('organisation.appointed-already');
    given.when({ ...message, substituteId: id('lis') }).thenTypes('SubstituteNamed');
    given.when({ ...message, from: '2026-07-27', to: '2026-08-01' }).thenTypes('SubstituteNamed');
    given.when({ ...message, substituteId: id('kim') }).thenRefused('organisation.substitute-of-oneself');
  });

  it('is named by the person, who may end it too', () => {
    const state = functionsOf(...naming.given().when(message).decided());
    const appointmentId = idOf(commandId, 'appointment');
    const context = undefined as never;
    expect(nameSubstitute.resource!(state, message, context)).toEqual({ ownerId: id('kim') });
    expect(endAppointment.resource!(state, { appointmentId, on: '2026-07-10' }, context)).toEqual({
      ownerId: id('kim'),
    });
    const managed = functionsOf(manager('first', 'kim', '2026-01-01'));
    expect(takeBackAppointment.resource!(managed, { appointmentId: id('first'), reason: 'x' }, context)).toEqual({});
  });

  it('stands in from the first day to the day before the end', () => {
    const functions = functionsOf(...naming.given().when(message).decided());
    const on = (day: string): string[] => substitutesOn(functions, id('kim'), day);
    expect([on('2026-07-05'), on('2026-07-06'), on('2026-07-26'), on('2026-07-27')]).toEqual([
      [], [id('bo')], [id('bo')], [],
    ]); // prettier-ignore
  });
});

describe('an appointment', () => {
  const first = manager('first', 'kim', '2026-01-01', '2026-12-01');
  const ending = decision(endAppointment, { reference }).given(first);
  const takingBack = decision(takeBackAppointment, { reference });

  it('ends after it began and before it would have ended', () => {
    ending.when({ appointmentId: id('first'), on: '2026-09-01' }).thenTypes('AppointmentEnded');
    ending.when({ appointmentId: id('first'), on: '2026-01-01' }).thenRefused('organisation.ends-before-it-starts');
    ending.when({ appointmentId: id('first'), on: '2026-12-01' }).thenRefused('organisation.appointment-over');
    ending.when({ appointmentId: id('none'), on: '2026-09-01' }).thenRefused('organisation.appointment-unknown');
  });

  it('that was recorded in error never was so, once', () => {
    const message = { appointmentId: id('first'), reason: 'En anden enhed' };
    takingBack.given(first).when(message).thenTypes('AppointmentRecordedInError');
    takingBack.given(first, inError('first')).when(message).thenRefused('organisation.appointment-in-error');
    expect(managerOn(functionsOf(first, inError('first')), id('home'), '2026-03-01')).toBeNull();
  });

  it('is what was known of it at an instant', () => {
    const functions = functionsOf(first, ended('first', '2026-03-01'), inError('first'));
    const knownOn = (day: string): string | null =>
      managerOn(functionsKnownAt(functions, `2026-02-${day}T12:00:00.000Z`), id('home'), '2026-05-01');
    expect(['01', '02', '03'].map(knownOn)).toEqual([id('kim'), null, null]);
    expect(managerOn(functions, id('top'), '2026-02-01')).toBeNull();
  });
});
