import type { Reason } from './reasons.js';
import { roles, type Office, type PersonRole, type Role } from './roles.js';

/** Who may do one thing. A person needs one of the three; `reason` is what everybody else is told. */
export interface Row {
  /** Anybody with one of these roles. */
  readonly roles: readonly Role[];
  /** Those with one of these roles, on cases that they own or registered. */
  readonly ownRoles: readonly PersonRole[];
  /** Whoever holds one of these offices in the committee in question on the day in question, whatever the role. */
  readonly offices: readonly Office[];
  readonly reason: Reason;
}

const row = (reason: Reason, who: Partial<Omit<Row, 'reason'>>): Row => ({
  roles: [],
  ownRoles: [],
  offices: [],
  ...who,
  reason,
});

/** The register and every list: never filtered, by management or by anybody (design section 7). */
const everybody = row('access.everybody', { roles });
const structure = row('access.structure', { roles: ['secretariat', 'admin'] });
const secretary = row('access.secretary-only', { roles: ['secretariat'], offices: ['secretary'] });
const meeting = row('access.meeting', {
  roles: ['secretariat'],
  offices: ['secretary', 'chair', 'deputyChair'],
});
const ownCase = row('access.own-case-only', { roles: ['secretariat'], ownRoles: ['manager', 'caseOfficer'] });
const factOnCase = row('access.fact-on-case', {
  roles: ['secretariat', 'chair', 'deputyChair'],
  ownRoles: ['manager', 'caseOfficer'],
});
const bothChairs = row('access.both-chairs-only', { offices: ['chair', 'deputyChair'] });
const sides = row('access.sides-only', {
  roles: ['manager', 'chair', 'deputyChair', 'employeeRep', 'secretariat'],
});
const employeeSide = row('access.employee-side-only', { roles: ['deputyChair', 'employeeRep', 'secretariat'] });
const register = row('access.register', {
  roles: ['manager', 'caseOfficer', 'secretariat', 'chair', 'deputyChair', 'employeeRep'],
});
const recheck = row('access.recheck', { roles: ['secretariat', 'deputyChair'], offices: ['deputyChair'] });
const screeningRow = row('access.screening', { roles: ['secretariat', 'chair', 'manager'] });
const secretariat = row('access.secretariat-only', { roles: ['secretariat'] });
/** Whoever may do anything at all. */
const persons = roles.filter((role) => role !== 'auditor');
const actors = row('access.reads-only', { roles: persons });
const system = row('access.system-only', { roles: ['system'] });

const organisation = {
  EstablishUnit: structure,
  RenameUnit: structure,
  MoveUnit: structure,
  CloseUnit: structure,
  EstablishCommittee: structure,
  ChangeCommitteeCoverage: structure,
  DissolveCommittee: structure,
  DeclareTransitionPeriod: structure,
  CreateSeat: structure,
  FillSeat: structure,
  VacateSeat: structure,
  CorrectStructure: structure,
  ConfirmNoLocalCommittee: structure,
  AgreeOnTransitionalBody: structure,
  DelegateDecisionPower: structure,
  EstablishWorkingGroup: structure,
  NameWorkingGroupMember: structure,
  EndWorkingGroupMembership: structure,
  CloseWorkingGroup: structure,
  // Whoever may register a case may tell that a group beside MED talks about one.
  RecordGroupDiscussion: row('access.group-discussion', { roles: register.roles }),
  PublishRuleSet: structure,
  AgreeClosingDays: structure,
  AgreeLocalTimetable: structure,
  AgreePoliticalTimetable: structure,
  AgreeTimelinessTarget: structure,
  AgreeReadings: structure,
  ImportStructureChunk: structure,
  CloseStructureImport: structure,
};

/** Who is told of what. Whoever is away says themselves who stands in for them. */
const substitution = row('access.substitute', { roles: ['secretariat', 'admin'], ownRoles: persons });
const functions = {
  AppointUnitManager: structure,
  AppointSecretariatMember: structure,
  NameSubstitute: substitution,
  EndAppointment: substitution,
  TakeBackAppointment: substitution,
};

const meetings = {
  ScheduleMeeting: meeting,
  ScheduleImportedMeeting: meeting,
  MoveImportedMeeting: meeting,
  CancelImportedMeeting: meeting,
  MoveMeeting: meeting,
  CancelMeeting: meeting,
  AddAgendaItem: meeting,
  // Taking an item off lowers a duty: one hand, by name, and the deputy chair sees it.
  WithdrawAgendaItem: secretary,
  // One hand as well: a chair who called deputies could choose who sits for the other side.
  CallDeputy: secretary,
  RecordAttendance: secretary,
  DiscussItem: secretary,
  SummariseItemJointly: secretary,
  AgreeFollowUp: secretary,
  AssignFollowUp: meeting,
  CompleteFollowUp: meeting,
  WaiveDeadline: bothChairs,
  ApproveMinutes: bothChairs,
};

const cases = {
  // The employee side registers too: a miss that management does not register must not stay unseen.
  RegisterChange: register,
  AssignCaseOwner: ownCase,
  CorrectChangeFacts: ownCase,
  PlanDecisionPoint: ownCase,
  MoveDecisionPoint: ownCase,
  AlignWithMed: ownCase,
  FilePapers: ownCase,
  DispatchPapers: secretary,
  ExplainLateness: ownCase,
  RemarkOnPapers: sides,
  CorrectPapers: ownCase,
  PresentPapers: factOnCase,
  DeclareNotMedRelevant: ownCase,
  RecheckDeclaration: recheck,
  SubmitRecommendation: ownCase,
  // A fact is never refused: the chairs record what they learn of, also on the cases of others.
  RecordDecision: factOnCase,
  RecordStart: factOnCase,
  WithdrawChange: ownCase,
  OverrideAssessment: row('access.override', { roles: ['secretariat', 'chair'], offices: ['chair'] }),
  DisputeAssessment: row('access.deputy-chair-only', { roles: ['deputyChair'], offices: ['deputyChair'] }),
  SettleDispute: bothChairs,
  // Whoever owns the case can never say that it was reviewed.
  RecordReview: secretary,
  ForwardRemarks: secretary,
  ReportAlteration: factOnCase,
  AgreeNoNewReview: bothChairs,
  LinkChanges: factOnCase,
  CorrectDecision: secretariat,
  AcknowledgeMiss: sides,
  ExplainMiss: sides,
  MirrorPlacement: system,
  MirrorRemovalFromAgenda: system,
  MirrorDiscussion: system,
  MirrorFollowUp: system,
  MirrorFollowUpAssignment: system,
  MirrorFollowUpDone: system,
  ConfirmReview: system,
  JudgeDispatches: system,
  MirrorLink: system,
  ReassessChange: system,
  ReplanChange: system,
};

const breaches = {
  RecordBreachNotRaised: employeeSide,
  RaiseDemand: employeeSide,
  AnswerDemand: row('access.management-side-only', { roles: ['chair', 'manager', 'secretariat'] }),
};

const politicalAgendas = {
  // By imports: those of the secretariat, and those of the watched folder.
  ImportPoliticalAgenda: row('access.secretariat-only', { roles: ['secretariat', 'system'] }),
  LinkAgendaItem: row('access.link-agenda-item', {
    roles: ['secretariat', 'caseOfficer', 'manager', 'chair', 'deputyChair'],
  }),
  // A link taken back makes the item stand without its case: seen by both sides, so not by the owner.
  UnlinkAgendaItem: row('access.unlink-agenda-item', { roles: ['secretariat', 'chair', 'deputyChair'] }),
  UploadPoliticalAgendaImport: secretariat,
  GetPoliticalAgendaImport: secretariat,
  PreviewPoliticalAgendaImport: secretariat,
  CommitPoliticalAgendaImport: secretariat,
  ListPoliticalAgendas: everybody,
  GetPoliticalAgenda: everybody,
};

const possibleMisses = {
  ReportPossibleMiss: employeeSide,
  // Whoever may register a case may make one of a question.
  ConfirmPossibleMiss: register,
  // Taking it off the list lowers a duty: management cannot alone, nor can the employee side.
  DismissPossibleMiss: bothChairs,
  RecheckDismissal: recheck,
  SuspectUnregisteredChange: system,
  MirrorConfirmation: system,
};

/** Screening is part of how management meets (C3); whoever knows of something can put it before the meeting. */
const screening = {
  AgreeScreeningForum: screeningRow,
  EndScreeningForum: screeningRow,
  OpenScreeningRound: screeningRow,
  AddCandidate: row('access.candidate', { roles: register.roles }),
  AssessCandidate: screeningRow,
  HoldScreeningRound: screeningRow,
};

/** Previews show the names that stand in a document, so whoever may not see names may not see them. */
const imports = {
  ListImports: everybody,
  UploadMinutesImport: secretariat,
  GetMinutesImport: secretariat,
  PreviewMinutesImport: secretariat,
  CommitMinutesImport: secretariat,
  ImportMinutes: secretariat,
  ImportDemands: secretariat,
  SetAsideImport: secretariat,
  // What follows from an act that was allowed, or from the watched folder.
  ReceiveDocument: row('access.secretariat-only', { roles: ['secretariat', 'system'] }),
  BeginImport: row('access.secretariat-only', { roles: ['secretariat', 'system'] }),
  CommitImport: row('access.secretariat-only', { roles: ['secretariat', 'system'] }),
};

// A list of holders names people, whom administrators do not see: their preview would differ from their commit.
const structureImport = {
  UploadStructureImport: secretariat,
  GetStructureImport: secretariat,
  PreviewStructureImport: secretariat,
  CommitStructureImport: secretariat,
};

const meetingPlanImport = {
  UploadMeetingPlanImport: secretariat,
  GetMeetingPlanImport: secretariat,
  PreviewMeetingPlanImport: secretariat,
  CommitMeetingPlanImport: secretariat,
};

const queries = {
  GetStructure: everybody,
  ListUnits: everybody,
  ListCommittees: everybody,
  GetCommittee: everybody,
  GetUnit: everybody,
  ListCoverageGaps: everybody,
  ListSeats: everybody,
  ListTransitionPeriods: everybody,
  ListDelegations: everybody,
  ListFunctions: everybody,
  ListWorkingGroups: everybody,
  ListStructureCorrections: everybody,
  ListRuleSets: everybody,
  CheckRuleSet: everybody,
  CompareRuleSets: everybody,
  ListTimetables: everybody,
  ListTimelinessTargets: everybody,
  ListReadings: everybody,
  GetCalendar: everybody,
  CountDays: everybody,
  AssessChange: everybody,
  ListChanges: everybody,
  GetChange: everybody,
  ListPlans: everybody,
  ListMissedReviews: everybody,
  ListDutyLoweringActs: everybody,
  GetTimeliness: everybody,
  ListTimelyReviews: everybody,
  ListMeetings: everybody,
  GetMeeting: everybody,
  ListBreaches: everybody,
  GetBreach: everybody,
  ListPossibleMisses: everybody,
  GetPossibleMiss: everybody,
  ListScreeningForums: everybody,
  ListScreeningRounds: everybody,
  GetScreeningRound: everybody,
  ListStandingChecks: everybody,
};

const people = {
  GetMe: everybody,
  ListPeople: row('access.names', { roles: ['secretariat', 'chair', 'deputyChair', 'employeeRep'] }),
  RegisterPerson: secretariat,
  LabelSeat: secretariat,
};

/**
 * How people are reached is theirs and the secretariat's. Who was told of what is read by both sides for their cases: everybody
 * may ask, and is shown what was sent to themselves and what is about a case of their own, of a unit that they manage or of a
 * committee in which they sit; the secretariat and the auditor see all of it.
 */
const ownContact = row('access.own-contact', { roles: ['secretariat'], ownRoles: persons });
const reminders = {
  ListMails: everybody,
  ListCaseMails: everybody,
  // They say whose address is missing.
  ListUndeliverableMails: secretariat,
  ListPeopleWithoutAddress: secretariat,
  KeepContact: ownContact,
  GetContact: ownContact,
  GetMyNotices: everybody,
  ChooseNotices: actors,
  SetCalendarFeed: actors,
  AgreeReminderSteps: structure,
  ListReminderKinds: everybody,
};

const operations = {
  RebuildViews: row('access.admin-only', { roles: ['admin'] }),
  ListJobs: everybody,
  ListEffects: row('access.operations', { roles: ['admin', 'auditor'] }),
  RetryEffect: row('access.admin-only', { roles: ['admin'] }),
  // Whoever may not do a thing may not try it out either: each draft is asked about by itself.
  AskWhatIf: everybody,
  ApplyWhatIf: actors,
  BeginWhatIfJob: actors,
  GetWhatIfJob: everybody,
};

/** A row for each thing that can be done or asked, by the name of its command or query. */
export type AccessTable = Readonly<Record<string, Row>>;

/** What people read on pages that show what no question answers. */
export const pageAccess = {
  // Mails name what waits for whom, and addresses.
  ReadOutbox: row('access.outbox', { roles: ['secretariat', 'admin'] }),
  // What mails lead to. Names are shown on them to those who may see them.
  ReadCasePage: everybody,
  ReadMeetingPage: everybody,
  ReadQuestionPage: everybody,
  ReadCommitteePage: everybody,
  ReadScreeningPage: everybody,
  ReadPersonPage: secretariat,
} satisfies AccessTable;

/** The table of the product. Whatever is not in it cannot be started. */
export const accessTable: AccessTable = {
  ...organisation,
  ...functions,
  ...meetings,
  ...cases,
  ...breaches,
  ...possibleMisses,
  ...screening,
  ...politicalAgendas,
  ...imports,
  ...structureImport,
  ...meetingPlanImport,
  ...queries,
  ...people,
  ...reminders,
  ...operations,
};
