import type { OrganisationEvent } from '@rettidig/organisation';
import { idOf } from '@rettidig/event-sourcing';
import { AREA, LOCAL, MAIN, PEOPLE, transitionFrom, UNITS } from '../testing/town.js';
import { aCase, atCentreLevel, dutyIn, plannedByManager } from '../testing/played-case.js';
import type { RegisterChange } from './register-change.js';
import { registerChange } from './register-change.js';

const decidedEarlier = { body: 'notStated', when: { onOrBefore: '2026-04-24' }, outcome: 'approved' } as const;

describe('registering a change', () => {
  it('says at once which committees must have it, and before what', () => {
    const played = aCase().register();
    expect(played.events.map(({ type }) => type)).toEqual(['ChangeRegistered', 'MedInvolvementAssessed']);
    expect(played.last('MedInvolvementAssessed')).toMatchObject({
      relevance: 'medRelevant',
      cause: 'registration',
      superseded: [],
      requirements: [
        { requirementId: dutyIn(MAIN), committeeId: MAIN, role: 'primary', before: 'decision' },
        { requirementId: dutyIn(LOCAL), committeeId: LOCAL, role: 'localItem', before: 'decision' },
      ],
    });
  });

  it('says which possible miss it was, when it was one', () => {
    const origin = { possibleMissId: UNITS.home };
    expect(
      aCase()
        .register({ ...plannedByManager, origin })
        .last('ChangeRegistered'),
    ).toMatchObject({ origin });
    expect(aCase().register().last('ChangeRegistered')).not.toHaveProperty('origin');
  });

  it('puts the duty before the recommendation where politicians decide', () => {
    const played = aCase().register({ ...plannedByManager, decider: { body: 'socialCommittee' } });
    expect(played.statuses()).toEqual({
      [dutyIn(MAIN, 'recommendation')]: 'unplaced',
      [dutyIn(LOCAL, 'recommendation')]: 'unplaced',
    });
  });

  it('presumes the duty while answers are missing, and asks for them', () => {
    const played = aCase().register({ title: 'Noget med vagtplanen', kind: 'other' });
    expect(played.state).toMatchObject({ relevance: 'undetermined', unitId: null });
    expect(played.state.ask).toContain('affectsStaff');
    expect(played.owes()).toEqual([MAIN]);
  });

  it('plans one point for each body', () => {
    const played = aCase().register({
      ...plannedByManager,
      decisionPoints: [
        { kind: 'decision', body: 'socialCommittee', when: { on: '2026-06-03' } },
        { kind: 'decision', body: 'healthAndCareCommittee', when: { notStated: true } },
      ],
    });
    expect(Object.values(played.state.points)).toMatchObject([
      { body: 'socialCommittee', when: { on: '2026-06-03' } },
      { body: 'healthAndCareCommittee', when: { notStated: true } },
    ]);
  });

  it('makes the manager who registers the owner, and nobody when the employee side or the secretariat does', () => {
    expect(aCase().register(plannedByManager, PEOPLE.manager).state.ownerId).toBe(PEOPLE.manager.id);
    expect(aCase().register(plannedByManager, PEOPLE.deputyChair).state.ownerId).toBeNull();
    expect(aCase().register({ ...plannedByManager, ownerId: null }, PEOPLE.manager).state.ownerId).toBeNull();
  });

  describe('that was decided already', () => {
    it('notes the miss in the same append, with who found it and when', () => {
      const played = aCase().register({
        title: 'Nyt tilbud',
        kind: 'newService',
        alreadyDecided: decidedEarlier,
        found: { on: { onOrBefore: '2026-04-24' }, by: 'notStated' },
        source: { kind: 'minutes', reference: 'linje 341' },
      });
      expect(played.events.map(({ type }) => type)).toEqual([
        'ChangeRegistered',
        'MedInvolvementAssessed',
        'DecisionRecorded',
        'MedReviewMissed',
      ]);
      const { decisionId } = played.last('DecisionRecorded');
      expect(played.last('MedReviewMissed')).toEqual({
        requirementId: dutyIn(MAIN),
        committeeId: MAIN,
        role: 'primary',
        before: 'decision',
        cause: 'decidedBeforeMed',
        body: 'notStated',
        when: { onOrBefore: '2026-04-24' },
        decisionId,
        foundOn: { onOrBefore: '2026-04-24' },
        foundBy: 'notStated',
        source: { kind: 'minutes', reference: 'linje 341' },
      });
    });

    it('is found by its registration, today, when nobody says otherwise', () => {
      const played = aCase()
        .on('2026-05-02')
        .register({ ...plannedByManager, alreadyDecided: decidedEarlier });
      expect(played.last('MedReviewMissed')).toMatchObject({ foundOn: { on: '2026-05-02' }, foundBy: 'registration' });
    });

    it('names the committee that was right on the day of the decision, not the one of today', () => {
      const structure = transitionFrom('2026-01-01');
      const before = { ...decidedEarlier, when: { on: '2025-12-31' } };
      const after = { ...decidedEarlier, when: { on: '2026-01-01' } };
      const old = aCase()
        .organisation(structure)
        .register({ ...atCentreLevel, alreadyDecided: before });
      const recent = aCase()
        .organisation(structure)
        .register({ ...atCentreLevel, alreadyDecided: after });
      expect(old.rows().map(({ committeeId }) => committeeId)).toEqual([AREA, LOCAL]);
      expect(recent.rows().map(({ committeeId }) => committeeId)).toEqual([MAIN, LOCAL]);
    });

    it('misses nothing when it was only postponed', () => {
      const played = aCase().register({
        ...plannedByManager,
        alreadyDecided: { ...decidedEarlier, outcome: 'postponed' },
      });
      expect(played.rows()).toEqual([]);
      expect(Object.values(played.statuses())).toEqual(['unplaced', 'unplaced']);
    });

    it('fulfils the one point that was planned for its body', () => {
      const played = aCase().register({
        ...plannedByManager,
        decisionPoints: [{ kind: 'decision', body: 'manager', when: { on: '2026-04-20' } }],
        alreadyDecided: { ...decidedEarlier, body: 'manager' },
      });
      expect(played.last('DecisionRecorded').pointId).toBe(played.last('DecisionPointPlanned').pointId);
    });
  });

  it('refuses only what cannot be: a fact in the future, a unit, kind, question or answer that there is none of', () => {
    const refusal = (more: Partial<typeof plannedByManager>) =>
      aCase().refusal(registerChange, { ...plannedByManager, ...more });
    expect(refusal({ alreadyDecided: { ...decidedEarlier, when: { on: '2026-04-25' } } })).toBe('change.in-the-future');
    expect(refusal({ found: { on: { on: '2026-04-25' }, by: 'employeeSide' } })).toBe('change.in-the-future');
    expect(refusal({ unitId: MAIN })).toBe('change.unit-unknown');
    expect(refusal({ decider: { body: 'manager', managerUnitId: MAIN } })).toBe('change.unit-unknown');
    expect(refusal({ kind: 'noSuchKind' })).toBe('rules.kind-unknown');
    expect(refusal({ facts: { noSuchQuestion: 'yes' } })).toBe('rules.fact-unknown');
    expect(refusal({ facts: { affectsStaff: 17 } })).toBe('rules.answer-not-allowed');
    expect(refusal({ alreadyDecided: { ...decidedEarlier, when: { on: '1998-04-01' } } })).toBe('not refused');
    expect(refusal({ unitId: UNITS.centre })).toBe('not refused');
  });

  describe('that the register of delegations has', () => {
    const delegated: OrganisationEvent = {
      type: 'DecisionPowerDelegated',
      data: {
        ...{ delegationId: idOf('delegation'), unitId: UNITS.centre, matter: 'Omlægning', kinds: ['reorganisation'] },
        from: '2026-01-01',
      },
    };
    const said = { delegationId: idOf('delegation'), unitId: UNITS.centre, level: 'area' };
    const answered = (decider: RegisterChange['decider']) => {
      const played = aCase().organisation(delegated);
      const message = { ...atCentreLevel, ...(decider && { decider }) };
      const context = played.context();
      played.do(registerChange, message);
      const { delegation } = registerChange.answer!(played.state, message, context);
      return { delegation, owes: played.owes() };
    };

    it('follows whoever is named as decider, and says so where the register names another level', () => {
      const named = { body: 'manager', managerUnitId: UNITS.home } as const;
      expect(answered(named)).toEqual({ delegation: { ...said, use: 'differs' }, owes: [LOCAL] });
      expect(answered({ ...named, managerUnitId: UNITS.centre })).toEqual({
        ...{ delegation: { ...said, use: 'agrees' }, owes: [AREA, LOCAL] },
      });
    });

    it('goes to the level of the register while nobody is named', () => {
      const nobody = { body: 'notStated', managerUnitId: null } as const;
      expect(answered(nobody)).toEqual({ delegation: { ...said, use: 'routes' }, owes: [AREA, LOCAL] });
    });
  });

  it('answers what it owes, what was missed and what surprises, the same when it is asked again', () => {
    const played = aCase();
    const message = { ...plannedByManager, alreadyDecided: { ...decidedEarlier, when: { on: '2022-03-01' } } };
    const context = played.context();
    played.do(registerChange, message);
    const answer = registerChange.answer!(played.state, message, context);
    expect(answer).toMatchObject({
      relevance: 'medRelevant',
      requirements: [
        { committeeId: MAIN, status: 'missed' },
        { committeeId: LOCAL, status: 'missed' },
      ],
      misses: [
        { committeeId: MAIN, cause: 'decidedBeforeMed', state: 'missed' },
        { committeeId: LOCAL, cause: 'decidedBeforeMed', state: 'missed' },
      ],
      flags: ['decidedLongAgo'],
    });
  });
});
