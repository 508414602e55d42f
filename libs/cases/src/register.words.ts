import type { Words } from '@rettidig/vocabulary';
import type { DutyLoweringAct } from './projections/duty-lowering-acts.js';
import type { RequirementStatus } from './story/case-story.js';
import type { RegisterState, RowSource } from './story/register-rows.js';
import type { CaseStatus } from './story/waiting.js';

const text = (da: string, en: string) => ({ da, en });

/** The states of rows in the register. Only `missed` is in its total. */
export const registerStates: Words<RegisterState> = {
  missed: text('ikke MED-behandlet før beslutning', 'not MED-treated before decision'),
  unconfirmed: text('datoen er passeret, intet registreret', 'the date has passed, nothing recorded'),
  endedWithoutReview: text('afsluttet uden MED-behandling', 'ended without review'),
  recommendedBeforeMed: text('indstillet før MED', 'recommended before MED'),
  discussedLate: text('drøftet efter indstilling, før beslutning', 'discussed after recommendation, before decision'),
  rebutted: text('afkræftet: MED-behandlet i tide', 'rebutted: MED-treated in time'),
  recordedInError: text('registreret ved en fejl', 'recorded in error'),
};

/** The flag of a missed row that was talked about later (A6). */
export const discussedAfterDecision = text(
  'drøftet efter beslutning (ikke MED-behandling)',
  'discussed after the decision (not MED treatment)',
);

/** What stands in the place of a committee's name when none could be found, in a cell and in a sentence. */
export const noCommittee = text('intet MED-udvalg fundet', 'no committee found');
export const someCommittee = text('et MED-udvalg, der ikke er fundet endnu', 'a committee that is not found yet');

/** Where a duty stands. */
export const requirementStatuses: Words<RequirementStatus> = {
  unplaced: text('ikke på en dagsorden', 'not on an agenda'),
  placed: text('på dagsordenen', 'on the agenda'),
  dispatched: text('materialet er udsendt', 'papers sent out'),
  discussed: text('drøftet, mangler det sidste', 'discussed, something is left'),
  complete: text('MED-behandlet', 'MED-treated'),
  missed: text('ikke MED-behandlet før beslutning', 'not MED-treated before decision'),
  rebutted: text('afkræftet: MED-behandlet i tide', 'rebutted: MED-treated in time'),
  endedWithoutReview: text('afsluttet uden MED-behandling', 'ended without review'),
  superseded: text('afløst af et andet udvalg eller en anden frist', 'replaced by another committee or act'),
};

/** Where a case stands. */
export const caseStatuses: Words<CaseStatus> = {
  awaitsAnswers: text('mangler svar, før det kan afgøres', 'answers are missing before it can be settled'),
  awaitsPlacement: text('mangler at komme på en dagsorden', 'not on an agenda yet'),
  onAgenda: text('på dagsordenen', 'on the agenda'),
  discussed: text('drøftet, mangler det sidste', 'discussed, something is left'),
  complete: text('MED-behandlet', 'MED-treated'),
  notMedRelevant: text('ikke en MED-sag', 'not a MED case'),
  decided: text('besluttet', 'decided'),
  missed: text('ikke MED-behandlet før beslutning', 'not MED-treated before decision'),
  withdrawn: text('trukket tilbage', 'withdrawn'),
};

/** Acts that lower or put off a duty; listed to the deputy chair. */
export const dutyLoweringActWords: Words<DutyLoweringAct> = {
  DeclaredNotMedRelevant: text('erklæret ikke MED-relevant', 'declared not MED-relevant'),
  ChangeFactsCorrected: text('oplysninger rettet', 'facts corrected'),
  ChangeWithdrawn: text('sagen trukket tilbage', 'case withdrawn'),
  AssessmentOverridden: text('vurderingen tilsidesat', 'assessment overridden'),
  CaseTakenOffAgenda: text('taget af dagsordenen', 'taken off the agenda'),
  DecisionPointMoved: text('planlagt dato flyttet', 'planned date moved'),
  DecisionRecordCorrected: text('registreret beslutning rettet', 'recorded decision corrected'),
  RequirementBypassed: text('indstillet, selv om MED manglede', 'recommended although MED was missing'),
  RegisteredAsNotMedRelevant: text(
    'en sag fra »Til vurdering« registreret som ikke MED-relevant',
    'a case from "To be assessed" registered as not MED-relevant',
  ),
};

/** Every act that can end a duty, also that of both chairs together. */
export const endingActs: Readonly<Record<string, { readonly da: string; readonly en: string }>> = {
  ...dutyLoweringActWords,
  ChangeFactsCorrected: text('oplysninger rettet, så pligten faldt bort', 'facts corrected so that the duty fell away'),
  DisputeSettled: text('afgjort af formand og næstformand', 'settled by chair and deputy chair'),
};

/** What a source of a row is a source of. */
export const sourceOfWords: Words<RowSource['of']> = {
  registration: text('registreringen', 'the registration'),
  decision: text('beslutningen', 'the decision'),
  miss: text('den manglende MED-behandling', 'the missed review'),
  explanation: text('forklaringen', 'the explanation'),
};

/** Who acted, by role. */
export const actorRoles: Readonly<Record<string, { readonly da: string; readonly en: string }>> = {
  manager: text('leder', 'manager'),
  caseOfficer: text('sagsbehandler', 'case officer'),
  secretariat: text('sekretariatet', 'the secretariat'),
  chair: text('formand', 'chair'),
  deputyChair: text('næstformand', 'deputy chair'),
  employeeRep: text('medarbejderrepræsentant', 'employee representative'),
  employee: text('medarbejder', 'employee'),
  auditor: text('revisor', 'auditor'),
  admin: text('administrator', 'administrator'),
  system: text('systemet', 'the system'),
};

/** What is known of a case. */
export const relevances = {
  medRelevant: text('MED-sag', 'MED case'),
  notMedRelevant: text('ikke en MED-sag', 'not a MED case'),
  undetermined: text('endnu ikke afgjort', 'not settled yet'),
};
