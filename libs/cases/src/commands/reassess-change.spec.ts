import { defaultRuleSet } from '@rettidig/rules';
import { aCase, atCentreLevel, dutyIn, plannedByManager } from '../testing/played-case.js';
import {
  AREA,
  committee,
  dissolved,
  itemIdOf,
  LOCAL,
  MAIN,
  meetingIdOf,
  PEOPLE,
  transitionFrom,
  UNITS,
} from '../testing/town.js';
import { reassessChange } from './reassess-change.js';
import { mirrorPlacement } from './mirror-placement.js';
import { recordDecision } from './record-decision.js';
import { withdrawChange } from './withdraw-change.js';

const structure = { cause: 'structure' } as const;
const rules = { cause: 'rules' } as const;
const decision = { body: 'manager', when: { on: '2026-04-20' }, outcome: 'approved' } as const;
const reassess = (played: ReturnType<typeof aCase>) => played.decided(reassessChange, structure, PEOPLE.system);

describe('assessing a case anew because structure or rules changed', () => {
  it('says nothing when nothing is different', () => {
    expect(reassess(aCase().register())).toEqual([]);
    expect(reassess(aCase().register().do(recordDecision, decision))).toEqual([]);
  });

  it('routes what waits to the committee that is right now', () => {
    const played = aCase().register(atCentreLevel).organisation(transitionFrom('2026-04-24'));
    reassess(played);
    expect(played.owes()).toEqual([LOCAL, MAIN]);
    expect(played.last('MedInvolvementAssessed')).toMatchObject({ cause: 'structure', superseded: [dutyIn(AREA)] });
  });

  it('leaves what is on an agenda, or was discussed, where it began (B5)', () => {
    const placed = aCase().register(atCentreLevel).meeting({ key: 'm', committeeId: AREA, on: '2026-05-04' });
    placed.do(mirrorPlacement, { meetingId: meetingIdOf('m'), itemId: itemIdOf('m') }, PEOPLE.system);
    expect(reassess(placed.organisation(transitionFrom('2026-04-24')))).toEqual([]);
    const discussed = aCase().register(atCentreLevel).reviewed(AREA, '2026-04-20');
    expect(reassess(discussed.organisation(transitionFrom('2026-04-24')))).toEqual([]);
  });

  it('finds in a decided case what nobody knew was owed', () => {
    const played = aCase().organisation(dissolved(LOCAL, '2026-01-01')).register().do(recordDecision, decision);
    expect(played.rows()).toHaveLength(1);
    const other = 'b0000000-0000-4000-8000-000000000001';
    played.organisation(committee(other, 'local', UNITS.home, '2026-02-01'));
    const events = played.on('2026-05-20').decided(reassessChange, structure, PEOPLE.system);
    expect(events.map(({ type }) => type)).toEqual(['MedInvolvementAssessed', 'MedReviewMissed']);
    expect(played.last('MedReviewMissed')).toMatchObject({
      committeeId: other,
      foundBy: 'reassessment',
      foundOn: { on: '2026-05-20' },
    });
  });

  it('accuses nobody who had the case where the structure said, however the structure is recorded afterwards', () => {
    const played = aCase().register(plannedByManager).reviewed(MAIN, '2026-04-10').do(recordDecision, decision);
    const before = played.rows().length;
    played.organisation(dissolved(MAIN, '2025-01-02')).do(reassessChange, structure, PEOPLE.system);
    expect(played.rows()).toHaveLength(before);
  });

  it('keeps one row of one duty and one act when the committee is recorded afterwards', () => {
    const none = [MAIN, AREA, LOCAL].map((id) => dissolved(id, '2025-01-02'));
    const played = aCase()
      .organisation(...none)
      .register()
      .do(recordDecision, decision);
    expect(played.rows().map(({ committeeId }) => committeeId)).toEqual([null]);
    const later = 'b0000000-0000-4000-8000-000000000002';
    played.organisation(committee(later, 'main', UNITS.administration, '2026-01-01'));
    played.do(reassessChange, structure, PEOPLE.system);
    expect(played.rows()).toHaveLength(1);
  });

  it('never removes a miss, whatever becomes of the committee or the rules', () => {
    const played = aCase().register(atCentreLevel).do(recordDecision, decision);
    const rows = played.rows();
    played.organisation(transitionFrom('2026-01-01'), dissolved(LOCAL, '2026-01-01'));
    reassess(played);
    expect(played.rows().slice(0, rows.length)).toEqual(rows);
    expect(played.owes()).toEqual([AREA, LOCAL, MAIN]);
    const gone = { ...defaultRuleSet, version: '2', effectiveFrom: '2020-01-01', rules: [] };
    played.rules(gone).do(reassessChange, rules, PEOPLE.system);
    expect(played.rows().filter(({ state }) => state !== 'missed')).toEqual([]);
  });

  it('does not let a duty lapse because rules no longer name it: a person has to say so', () => {
    const nothing = {
      ...defaultRuleSet,
      version: '2',
      effectiveFrom: '2026-04-24',
      rules: [
        {
          id: 'nothing',
          when: { always: true as const },
          then: { route: 'notMedRelevant' as const },
          because: { da: 'fordi', en: 'because' },
          sourceIds: [],
        },
      ],
    };
    const played = aCase().register(plannedByManager).rules(nothing);
    played.do(reassessChange, rules, PEOPLE.system);
    expect(played.owes()).toEqual([MAIN, LOCAL]);
    expect(played.state.relevance).toBe('notMedRelevant');
  });

  it('lets a withdrawn case rest', () => {
    const played = aCase().register(atCentreLevel).do(withdrawChange, { reason: 'opgivet' });
    expect(reassess(played.organisation(transitionFrom('2026-04-24')))).toEqual([]);
  });
});
