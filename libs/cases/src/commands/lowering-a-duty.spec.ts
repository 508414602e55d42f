import { aCase, atCentreLevel, dutyIn, noImportance, plannedByManager } from '../testing/played-case.js';
import { AREA, LOCAL, MAIN, PEOPLE, transitionFrom, UNITS } from '../testing/town.js';
import type { CorrectChangeFacts } from './correct-change-facts.js';
import { correctChangeFacts } from './correct-change-facts.js';
import { declareNotMedRelevant } from './declare-not-med-relevant.js';
import { disputeAssessment } from './dispute-assessment.js';
import { overrideAssessment } from './override-assessment.js';
import { recheckDeclaration } from './recheck-declaration.js';
import { recordDecision } from './record-decision.js';
import { submitRecommendation } from './submit-recommendation.js';
import { withdrawChange } from './withdraw-change.js';

const reason = 'det er rent praktisk';
const decision = { body: 'manager', when: { on: '2026-04-20' }, outcome: 'approved' } as const;
const missed = () => aCase().register().do(recordDecision, decision);
const correction = (more: Partial<CorrectChangeFacts>): CorrectChangeFacts => ({ reason, ...more });

describe('declaring that a change is no MED case', () => {
  it('ends what is open, with the reason, where everybody can see it', () => {
    const played = aCase().register().do(declareNotMedRelevant, { reason }, PEOPLE.manager);
    expect(played.last('DeclaredNotMedRelevant')).toEqual({ reason, ends: [dutyIn(MAIN), dutyIn(LOCAL)] });
    expect(played.statuses()).toEqual({
      [dutyIn(MAIN)]: 'endedWithoutReview',
      [dutyIn(LOCAL)]: 'endedWithoutReview',
    });
    expect(played.refusal(declareNotMedRelevant, { reason })).toBe('change.already-declared');
  });

  it('is refused while an answer is missing that could make it one', () => {
    const played = aCase().register({ title: 'Noget', kind: 'other' });
    expect(played.refusal(declareNotMedRelevant, { reason })).toBe('change.answers-missing');
    played.do(correctChangeFacts, correction({ facts: noImportance }));
    expect(played.refusal(declareNotMedRelevant, { reason })).toBe('not refused');
  });

  it('never removes what was missed', () => {
    expect(missed().refusal(declareNotMedRelevant, { reason })).toBe('change.already-missed');
  });

  it('is refused after a decision that MED came before, too', () => {
    const played = aCase().register({ ...plannedByManager, unitId: UNITS.administration });
    played.reviewed(MAIN, '2026-04-10').do(recordDecision, decision);
    expect(played.refusal(declareNotMedRelevant, { reason })).toBe('change.already-decided');
  });
});

describe('looking at a declaration again', () => {
  const declared = () => aCase().register().do(declareNotMedRelevant, { reason }, PEOPLE.manager);
  const types = (played: ReturnType<typeof declared>) => played.events.map(({ type }) => type).slice(-2);

  it('is recorded with what became of it, and ends nothing', () => {
    const played = declared().do(recheckDeclaration, { stands: true, reason: 'enig' });
    expect(played.last('DeclarationRechecked')).toEqual({ stands: true, reason: 'enig' });
    expect(played.events.map(({ type }) => type)).not.toContain('AssessmentDisputed');
  });

  it('disputes one that does not stand, once, so that both chairs settle it', () => {
    const played = declared().do(recheckDeclaration, { stands: false, reason: 'berører vagtplanen' });
    expect(types(played)).toEqual(['DeclarationRechecked', 'AssessmentDisputed']);
    expect(played.last('AssessmentDisputed')).toMatchObject({ reason: 'berører vagtplanen' });
    played.do(recheckDeclaration, { stands: false, reason: 'stadig' });
    expect(types(played)).toEqual(['AssessmentDisputed', 'DeclarationRechecked']);
    const disputed = declared().do(disputeAssessment, { reason: 'x' }, PEOPLE.deputyChair);
    disputed.do(recheckDeclaration, { stands: false, reason: 'y' });
    expect(types(disputed)).toEqual(['AssessmentDisputed', 'DeclarationRechecked']);
  });

  it('needs a declaration that stands', () => {
    expect(aCase().register().refusal(recheckDeclaration, { stands: true, reason })).toBe('change.not-declared');
  });
});

describe('withdrawing a change', () => {
  it('ends what is open, once', () => {
    const played = aCase().register().do(withdrawChange, { reason });
    expect(played.last('ChangeWithdrawn').ends).toEqual([dutyIn(MAIN), dutyIn(LOCAL)]);
    expect(played.refusal(withdrawChange, { reason })).toBe('change.withdrawn');
    expect(played.refusal(submitRecommendation, { to: 'socialCommittee' })).toBe('change.withdrawn');
  });

  it('is refused once it was decided', () => {
    expect(missed().refusal(withdrawChange, { reason })).toBe('change.already-decided');
  });
});

describe('correcting the facts of a change', () => {
  it('ends what is no longer owed, and says which', () => {
    const played = aCase().register({ ...plannedByManager, kind: 'other' });
    played.do(correctChangeFacts, correction({ facts: noImportance }));
    expect(played.last('ChangeFactsCorrected').ends).toEqual([dutyIn(AREA), dutyIn(LOCAL)]);
    expect(Object.values(played.statuses()).every((status) => status === 'endedWithoutReview')).toBe(true);
    expect(played.last('MedInvolvementAssessed')).toMatchObject({ relevance: 'notMedRelevant', cause: 'facts' });
  });

  it('owes it again when the answers change back', () => {
    const played = aCase().register({ ...plannedByManager, kind: 'other' });
    const before = played.owes();
    played.do(correctChangeFacts, correction({ facts: noImportance }));
    expect(played.owes()).toEqual([]);
    played.do(correctChangeFacts, correction({ facts: { affectsStaff: 'yes' } }));
    expect(played.owes()).toEqual(before);
  });

  it('routes to the committee of the right kind, and gives up the other one', () => {
    const played = aCase()
      .register(atCentreLevel)
      .do(correctChangeFacts, correction({ kind: 'newService' }));
    expect(played.owes()).toEqual([LOCAL, MAIN]);
    expect(played.last('MedInvolvementAssessed').superseded).toEqual([dutyIn(AREA)]);
    expect(played.last('ChangeFactsCorrected').ends).toEqual([]);
  });

  it('removes no miss of a decided change and ends nothing', () => {
    const played = missed().do(correctChangeFacts, correction({ kind: 'other', facts: noImportance }));
    expect(played.rows()).toHaveLength(2);
    expect(played.rows().every(({ state }) => state === 'missed')).toBe(true);
    expect(played.last('ChangeFactsCorrected').ends).toEqual([]);
  });

  it('finds what was missed besides, in a decided change', () => {
    const played = aCase()
      .register({ ...plannedByManager, unitId: null })
      .do(recordDecision, decision);
    expect(played.rows()).toHaveLength(1);
    played.on('2026-05-10').do(correctChangeFacts, correction({ unitId: UNITS.home }));
    expect(played.last('MedReviewMissed')).toMatchObject({
      requirementId: dutyIn(LOCAL),
      foundBy: 'reassessment',
      foundOn: { on: '2026-05-10' },
      when: { on: '2026-04-20' },
    });
    expect(played.rows()).toHaveLength(2);
  });

  it('makes no second row of the same committee because politicians turn out to have decided', () => {
    const played = missed().do(correctChangeFacts, correction({ decider: { body: 'socialCommittee' } }));
    expect(played.rows()).toHaveLength(2);
  });

  it('changes nothing that is owed when only the title was wrong', () => {
    const played = aCase().register();
    const events = played.decided(correctChangeFacts, correction({ title: 'En bedre titel' }));
    expect(events.map(({ type }) => type)).toEqual(['ChangeFactsCorrected']);
  });

  it('keeps answers that it does not name', () => {
    const played = aCase().register({ ...plannedByManager, facts: { crossCutting: 'yes' } });
    played.do(correctChangeFacts, correction({ facts: { affectsStaff: 'yes' } }));
    expect(played.state.facts).toEqual({ crossCutting: 'yes', affectsStaff: 'yes' });
  });

  it('refuses nothing corrected, a unit that there is none of, and a withdrawn change', () => {
    const played = aCase().register();
    expect(played.refusal(correctChangeFacts, correction({}))).toBe('change.nothing-corrected');
    expect(played.refusal(correctChangeFacts, correction({ unitId: MAIN }))).toBe('change.unit-unknown');
    expect(played.refusal(correctChangeFacts, correction({ kind: 'noSuchKind' }))).toBe('rules.kind-unknown');
    played.do(withdrawChange, { reason });
    expect(played.refusal(correctChangeFacts, correction({ kind: 'other' }))).toBe('change.withdrawn');
  });
});

describe('overriding the assessment', () => {
  const area = { requirements: [{ committeeId: AREA, before: 'decision' }], reason } as const;

  it('replaces what is owed, and says what ends because of it', () => {
    const played = aCase()
      .register()
      .do(overrideAssessment, { ...area, requirements: [...area.requirements] });
    expect(played.owes()).toEqual([AREA]);
    expect(played.last('AssessmentOverridden')).toMatchObject({
      requirements: [{ requirementId: dutyIn(AREA), ruleId: 'override', role: 'primary' }],
      ends: [dutyIn(MAIN), dutyIn(LOCAL)],
    });
  });

  const overridden = () =>
    aCase()
      .register()
      .do(overrideAssessment, { ...area, requirements: [...area.requirements] });

  it('is what a decision is judged by', () => {
    expect(overridden().do(recordDecision, decision).rows()).toEqual([
      { committeeId: AREA, cause: 'decidedBeforeMed', state: 'missed' },
    ]);
  });

  it('is owed again when the change was withdrawn and decided all the same', () => {
    const played = overridden().do(withdrawChange, { reason }).do(recordDecision, decision);
    expect(played.rows().map(({ committeeId, state }) => [committeeId, state])).toEqual([[AREA, 'missed']]);
  });

  it('stands when facts change that say the same as before, and is added to when they say more', () => {
    const played = overridden().do(correctChangeFacts, correction({ facts: { crossCutting: 'yes' } }));
    expect(played.owes()).toEqual([AREA]);
    const home = aCase().register({ ...plannedByManager, unitId: null });
    home.do(overrideAssessment, { ...area, requirements: [...area.requirements] });
    home.do(correctChangeFacts, correction({ unitId: UNITS.home }));
    expect(home.owes()).toEqual([AREA, LOCAL]);
  });

  it('is refused after the decision, and for a committee that never was', () => {
    expect(missed().refusal(overrideAssessment, { ...area, requirements: [...area.requirements] })).toBe(
      'change.already-decided',
    );
    const nowhere = { requirements: [{ committeeId: UNITS.home, before: 'decision' as const }], reason };
    expect(aCase().register().refusal(overrideAssessment, nowhere)).toBe('change.committee-unknown');
  });

  it('is not undone by a change of structure', () => {
    const played = overridden().organisation(transitionFrom('2026-04-01')).do(recordDecision, decision);
    expect(played.rows().map(({ committeeId }) => committeeId)).toEqual([AREA]);
  });
});
