import { accessTable, can, checkComplete, permissionsOf, reasons, roles } from './index.js';

const ON = '2026-04-24';
const actor = (role: string) => ({ id: `the-${role}`, role });
const nothing = {};

/** `x`: may, `o`: on own cases, `.`: may not. One line an action, one column a role, offices left out. */
function cell(role: string, action: string): string {
  if (can(actor(role), action, nothing, ON).allow) return 'x';
  return can(actor(role), action, { ownerId: `the-${role}` }, ON).allow ? 'o' : '.';
}

const matrix = (...actions: string[]): string[] =>
  actions.map((action) => `${[...roles, 'system'].map((role) => cell(role, action)).join(' ')}  ${action}`);

const COLUMNS = 'manager caseOfficer secretariat chair deputyChair employeeRep employee auditor admin system';

describe('who may do what', () => {
  it(`is this table (${COLUMNS})`, () => {
    expect(
      matrix(
        'RegisterChange',
        'AssignCaseOwner',
        'CorrectChangeFacts',
        'RecordDecision',
        'RecordStart',
        'WithdrawChange',
        'DeclareNotMedRelevant',
        'SubmitRecommendation',
        'CorrectDecision',
        'OverrideAssessment',
        'DisputeAssessment',
        'SettleDispute',
        'RecordReview',
        'ForwardRemarks',
        'ExplainMiss',
        'AcknowledgeMiss',
        'ReassessChange',
        'ScheduleMeeting',
        'WithdrawAgendaItem',
        'DiscussItem',
        'CallDeputy',
        'RecordAttendance',
        'WaiveDeadline',
        'ApproveMinutes',
        'EstablishUnit',
        'PublishRuleSet',
        'RecordBreachNotRaised',
        'RaiseDemand',
        'AnswerDemand',
        'ReportPossibleMiss',
        'ConfirmPossibleMiss',
        'DismissPossibleMiss',
        'RecheckDismissal',
        'RecheckDeclaration',
        'SuspectUnregisteredChange',
        'HoldScreeningRound',
        'AddCandidate',
        'ListMissedReviews',
        'ListDutyLoweringActs',
        'ListPeople',
        'RegisterPerson',
      ),
    ).toEqual([
      'x x x x x x . . . .  RegisterChange',
      'o o x . . . . . . .  AssignCaseOwner',
      'o o x . . . . . . .  CorrectChangeFacts',
      'o o x x x . . . . .  RecordDecision',
      'o o x x x . . . . .  RecordStart',
      'o o x . . . . . . .  WithdrawChange',
      'o o x . . . . . . .  DeclareNotMedRelevant',
      'o o x . . . . . . .  SubmitRecommendation',
      '. . x . . . . . . .  CorrectDecision',
      '. . x x . . . . . .  OverrideAssessment',
      '. . . . x . . . . .  DisputeAssessment',
      '. . . . . . . . . .  SettleDispute',
      '. . x . . . . . . .  RecordReview',
      '. . x . . . . . . .  ForwardRemarks',
      'x . x x x x . . . .  ExplainMiss',
      'x . x x x x . . . .  AcknowledgeMiss',
      '. . . . . . . . . x  ReassessChange',
      '. . x . . . . . . .  ScheduleMeeting',
      '. . x . . . . . . .  WithdrawAgendaItem',
      '. . x . . . . . . .  DiscussItem',
      '. . x . . . . . . .  CallDeputy',
      '. . x . . . . . . .  RecordAttendance',
      '. . . . . . . . . .  WaiveDeadline',
      '. . . . . . . . . .  ApproveMinutes',
      '. . x . . . . . x .  EstablishUnit',
      '. . x . . . . . x .  PublishRuleSet',
      '. . x . x x . . . .  RecordBreachNotRaised',
      '. . x . x x . . . .  RaiseDemand',
      'x . x x . . . . . .  AnswerDemand',
      '. . x . x x . . . .  ReportPossibleMiss',
      'x x x x x x . . . .  ConfirmPossibleMiss',
      '. . . . . . . . . .  DismissPossibleMiss',
      '. . x . x . . . . .  RecheckDismissal',
      '. . x . x . . . . .  RecheckDeclaration',
      '. . . . . . . . . x  SuspectUnregisteredChange',
      'x . x x . . . . . .  HoldScreeningRound',
      'x x x x x x . . . .  AddCandidate',
      'x x x x x x x x x .  ListMissedReviews',
      'x x x x x x x x x .  ListDutyLoweringActs',
      '. . x x x x . . . .  ListPeople',
      '. . x . . . . . . .  RegisterPerson',
    ]);
  });

  it('gives an office its rights in its committee to whoever holds it, whatever their role', () => {
    const may = (action: string, ...offices: string[]) => can(actor('employee'), action, { offices }, ON).allow;
    expect(may('ApproveMinutes', 'chair')).toBe(true);
    expect(may('ApproveMinutes', 'member', 'deputyChair')).toBe(true);
    expect(may('ApproveMinutes', 'member')).toBe(false);
    expect(may('SettleDispute', 'deputyChair')).toBe(true);
    expect(may('DisputeAssessment', 'deputyChair')).toBe(true);
    expect(may('DisputeAssessment', 'chair')).toBe(false);
    expect(may('RecordReview', 'secretary')).toBe(true);
    expect(may('RecordReview', 'chair')).toBe(false);
    expect(may('AddAgendaItem', 'deputyChair')).toBe(true);
  });

  it('lets whoever registered a case act on it after it got another owner', () => {
    const resource = { ownerId: 'somebody-else', registeredBy: 'the-manager' };
    expect(can(actor('manager'), 'RecordDecision', resource, ON).allow).toBe(true);
    expect(can(actor('caseOfficer'), 'RecordDecision', resource, ON).allow).toBe(false);
  });

  it('does not take a missing owner for one’s own', () => {
    expect(can(actor('manager'), 'WithdrawChange', { ownerId: null }, ON).allow).toBe(false);
  });

  it('never lets the owner of a case record its review', () => {
    expect(can(actor('manager'), 'RecordReview', { ownerId: 'the-manager' }, ON)).toEqual({
      allow: false,
      reason: 'access.secretary-only',
    });
  });

  it('reads the register and every list to each role: management cannot filter it, an auditor only reads', () => {
    // Names and addresses of people, and documents that may hold them, are for those who may see them.
    const isAboutNames = (name: string) =>
      ['ListPeople', 'GetContact', 'ListUndeliverableMails', 'ListPeopleWithoutAddress'].includes(name) ||
      /^Get.*Import$/.test(name);
    const asked = Object.keys(accessTable).filter(
      (name) => /^(Get|List|Ask|AssessChange|CheckRuleSet|CompareRuleSets|CountDays)/.test(name) && !isAboutNames(name),
    );
    // How the service does is for those who look after it.
    const everybodys = asked.filter((name) => name !== 'ListEffects');
    for (const role of roles) {
      expect(everybodys.filter((name) => !can(actor(role), name, nothing, ON).allow)).toEqual([]);
    }
    expect(permissionsOf('auditor')).toEqual({ always: asked.sort(), onOwnCases: [] });
  });

  it('knows no role by another name', () => {
    expect(can(actor('superuser'), 'ListMissedReviews', nothing, ON).allow).toBe(false);
    expect(() => can(actor('admin'), 'DropEverything', nothing, ON)).toThrow('no row for DropEverything');
  });

  it('tells the refused person in both languages', () => {
    for (const row of Object.values(accessTable)) {
      expect(reasons[row.reason].da).toMatch(/^\S.+\.$/);
      expect(reasons[row.reason].en).toMatch(/^\S.+\.$/);
    }
  });
});

describe('the table and the program', () => {
  it('do not start with a command or query without a row, and name it', () => {
    const names = Object.keys(accessTable);
    expect(() => checkComplete([...names, 'HideMiss', 'ListSecrets'])).toThrow(
      'without a row in the access table: HideMiss, ListSecrets',
    );
  });

  it('do not start with a row that nothing uses, and name it', () => {
    const names = Object.keys(accessTable).filter((name) => name !== 'RecordReview');
    expect(() => checkComplete(names)).toThrow('in the access table but nowhere else: RecordReview');
  });

  it('start when they name the same', () => {
    expect(() => checkComplete(Object.keys(accessTable))).not.toThrow();
  });
});
