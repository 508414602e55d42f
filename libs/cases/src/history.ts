import type { Text } from '@rettidig/event-sourcing';
import { dayInWords, latestDay, sides } from '@rettidig/vocabulary';
import { afterReviewHistory } from './after-review.history.js';
import type { ChangeEvent } from './change.events.js';
import type { History, HistoryNames, Told } from './history.types.js';
import { told } from './history.types.js';
import {
  assessedBecause,
  body,
  capital,
  endedDuties,
  goesOn,
  provisional,
  scopeTold,
  stop,
  when,
} from './history.words.js';
import { papersHistory } from './papers.history.js';
import { planTold } from './plan.words.js';
import { relevances } from './register.words.js';
import {
  acts,
  decisionPointKinds,
  explainedCauses,
  maturities,
  missCauses,
  outcomes,
  reasonsNotToCount,
  settlements,
} from './words.js';

const nextMeeting: Text = { da: 'næste møde', en: 'the next meeting' };

/** Every event of a case as a sentence that a municipal employee would write. Complete by type. */
export const history: History<ChangeEvent> = {
  ChangeRegistered: ({ title, kind, unitId, found, decisionScope }, names) => {
    const about = {
      da: `Art: ${names.kind(kind).da}. Enhed: ${names.unit(unitId)}.`,
      en: `Kind: ${names.kind(kind).en}. Unit: ${names.unit(unitId)}.`,
    };
    const how = found
      ? { da: 'Sagen blev fundet og registreret bagefter', en: 'The case was found and registered afterwards' }
      : { da: 'Sagen blev registreret', en: 'The case was registered' };
    const scope = scopeTold(decisionScope);
    return told(`${how.da}: »${title}«. ${about.da}${scope.da}`, `${how.en}: "${title}". ${about.en}${scope.en}`);
  },
  CaseOwnerAssigned: () => told('Sagen fik en ny ejer.', 'The case got another owner.'),
  ChangeFactsCorrected: ({ reason, ends, decisionScope }) => {
    const ended = endedDuties(ends.length);
    const scope = scopeTold(decisionScope);
    return told(
      `Sagens oplysninger blev rettet: ${reason}${stop(reason)}${scope.da}${ended.da}`,
      `The facts were corrected: ${reason}${stop(reason)}${scope.en}${ended.en}`,
    );
  },
  DecisionPointPlanned: ({ kind, body: who, when: day }) =>
    told(
      `Planlagt ${decisionPointKinds[kind].da}, ${body(who).da}: ${when(day).da}.`,
      `Planned ${decisionPointKinds[kind].en}, ${body(who).en}: ${when(day).en}.`,
    ),
  DecisionPointMoved: ({ from, to, reason }) =>
    told(
      `Planlagt dato flyttet fra ${when(from).da} til ${when(to).da}: ${reason}${stop(reason)}`,
      `Planned date moved from ${when(from).en} to ${when(to).en}: ${reason}${stop(reason)}`,
    ),
  AlignedWithMed: ({ committeeId, on, note }, names) =>
    told(
      `Forventninger blev afstemt med ${names.committee(committeeId)}, før udkastet blev skrevet: ${note}${stop(note)} Det er ikke en MED-behandling.`,
      `Expectations were aligned with ${names.committee(committeeId)} before anything was drafted: ${note}${stop(note)} That is no review.`,
      on,
    ),
  ...papersHistory,
  PapersCorrected: ({ was, isNow, announcedOn }) =>
    told(
      `Rettelse til materialet: »${was}« rettes til »${isNow}«.`,
      `Correction of the papers: "${was}" is now "${isNow}".`,
      announcedOn,
    ),

  ReviewsPlanned: (data, names) => ({ sentence: planTold(data, names.committee) }),

  MedInvolvementAssessed: ({ relevance, requirements, cause }, names) => {
    const list = (text: (before: Text) => string): string =>
      requirements.map(({ committeeId, before }) => `${names.committee(committeeId)} ${text(acts[before])}`).join('; ');
    const why = assessedBecause[cause];
    const result = relevances[relevance];
    const owed = requirements.length > 0;
    return told(
      `${why.da}: ${result.da}${owed ? `. Skal i ${list(({ da }) => da)}` : ''}.`,
      `${why.en}: ${result.en}${owed ? `. Goes to ${list(({ en }) => en)}` : ''}.`,
    );
  },
  DeclaredNotMedRelevant: ({ reason, ends }) => {
    const ended = endedDuties(ends.length);
    return told(
      `Sagen blev erklæret ikke MED-relevant: ${reason}${stop(reason)}${ended.da}`,
      `The case was declared not MED-relevant: ${reason}${stop(reason)}${ended.en}`,
    );
  },
  AssessmentOverridden: ({ requirements, reason, ends }, names) => {
    const ended = endedDuties(ends.length);
    const now = requirements.map(({ committeeId }) => names.committee(committeeId)).join(', ');
    return told(
      `Vurderingen blev tilsidesat${now && `, sagen skal i ${now}`}: ${reason}${stop(reason)}${ended.da}`,
      `The assessment was overridden${now && `, the case goes to ${now}`}: ${reason}${stop(reason)}${ended.en}`,
    );
  },
  DeclarationRechecked: ({ stands, reason }) =>
    stands
      ? told(
          `Der blev set igen på erklæringen, og den står: ${reason}${stop(reason)}`,
          `The declaration was looked at again, and it stands: ${reason}${stop(reason)}`,
        )
      : told(
          `Der blev set igen på erklæringen, og den holder ikke: ${reason}${stop(reason)}`,
          `The declaration was looked at again, and it does not stand: ${reason}${stop(reason)}`,
        ),
  AssessmentDisputed: ({ reason }) =>
    told(
      `Vurderingen blev bestridt: ${reason}${stop(reason)}`,
      `The assessment was disputed: ${reason}${stop(reason)}`,
    ),
  DisputeSettled: ({ office, byBoth, outcome, reason }) => {
    const said = settlements[outcome];
    const who = byBoth
      ? { da: 'Formand og næstformand er enige', en: 'Chair and deputy chair agree' }
      : office === 'chair'
        ? { da: 'Formanden mener', en: 'The chair says' }
        : { da: 'Næstformanden mener', en: 'The deputy chair says' };
    return told(
      `${who.da}: ${said.da}. Begrundelse: ${reason}${stop(reason)}`,
      `${who.en}: ${said.en}. Reason: ${reason}${stop(reason)}`,
    );
  },

  CasePlacedOnAgenda: ({ committeeId, on }, names) =>
    told(
      `Sagen er på dagsordenen i ${names.committee(committeeId)} den ${dayInWords(on)}.`,
      `The case is on the agenda of ${names.committee(committeeId)} on ${dayInWords(on)}.`,
    ),
  CaseTakenOffAgenda: ({ because, reason }) =>
    because === 'itemWithdrawn'
      ? told(
          `Sagen blev taget af dagsordenen. Begrundelse: ${reason}${stop(reason)}`,
          `The case was taken off the agenda. Reason: ${reason}${stop(reason)}`,
        )
      : told(
          `Mødet blev aflyst, så sagen er ikke længere på en dagsorden. Begrundelse: ${reason}${stop(reason)}`,
          `The meeting was cancelled; the case is on no agenda now. Reason: ${reason}${stop(reason)}`,
        ),
  MedReviewHeld: (data, names) => {
    const committee = names.committee(data.committeeId);
    const how =
      data.form === 'discussion' ? { da: 'Drøftet', en: 'Discussed' } : { da: 'Orienteret om', en: 'Briefed' };
    const maturity = data.maturity === 'notStated' ? undefined : maturities[data.maturity];
    const [first] = data.doesNotCountFor;
    const doubt = first && reasonsNotToCount[first.why];
    return told(
      `${how.da} i ${committee}${maturity ? ` (${maturity.da})` : ''}.${goesOn(data.goesOn).da}${provisional(data.provisional).da}${doubt ? ` Tæller ikke som MED-behandling: ${doubt.da}.` : ''}`,
      `${how.en} in ${committee}${maturity ? ` (${maturity.en})` : ''}.${goesOn(data.goesOn).en}${provisional(data.provisional).en}${doubt ? ` Does not count as MED treatment: ${doubt.en}.` : ''}`,
      data.heldOn,
    );
  },
  MedReviewConfirmed: () =>
    told('Referatet er godkendt af formand og næstformand.', 'The minutes were approved by chair and deputy chair.'),
  FollowUpPromised: ({ what, owner }) => {
    const by = owner ? ` (${owner})` : '';
    return told(`Aftalt opfølgning${by}: ${what}${stop(what)}`, `Follow-up agreed${by}: ${what}${stop(what)}`);
  },
  FollowUpPromiseAssigned: ({ owner, due }) => {
    const who = owner ? { da: ` Ansvarlig: ${owner}.`, en: ` By: ${owner}.` } : { da: '', en: '' };
    const by = due && ('on' in due ? { da: dayInWords(due.on), en: dayInWords(due.on) } : nextMeeting);
    const until = by ? { da: ` Frist: ${by.da}.`, en: ` Due: ${by.en}.` } : { da: '', en: '' };
    return told(
      `Ansvarlig eller dato for en aftalt opfølgning er oplyst.${who.da}${until.da}`,
      `Owner or date of a follow-up was stated.${who.en}${until.en}`,
    );
  },
  FollowUpSettled: ({ on }) => told('En aftalt opfølgning er udført.', 'A follow-up was done.', on),
  RemarksForwarded: ({ to, recipient, on }) => {
    const whom = to === 'manager' ? { da: 'lederen', en: 'the manager' } : body(to);
    const name = recipient ? ` (${recipient})` : '';
    return told(
      `Bemærkningerne blev sendt til ${whom.da}${name}.`,
      `The remarks were forwarded to ${whom.en}${name}.`,
      on,
    );
  },

  ...afterReviewHistory,

  RecommendationSubmitted: ({ to, on, pointId, recommendedBeforeMed }) => {
    const early = recommendedBeforeMed.length > 0;
    const which = pointId
      ? { da: ' til én af flere behandlinger', en: ' for one of several readings' }
      : { da: '', en: '' };
    return told(
      `Indstillingen blev sendt til ${body(to).da}${which.da}${early ? ', før MED var inddraget' : ''}.`,
      `The recommendation went to ${body(to).en}${which.en}${early ? ' before MED was involved' : ''}.`,
      on,
    );
  },
  RequirementBypassed: ({ reason }) =>
    told(
      `Der blev indstillet, selv om MED-behandlingen manglede: ${reason}${stop(reason)}`,
      `It was recommended although the MED review was missing: ${reason}${stop(reason)}`,
    ),
  DecisionRecorded: ({ body: who, when: day, outcome }) =>
    told(
      `Beslutning: ${outcomes[outcome].da}. Besluttet af: ${body(who).da}. Dato: ${when(day).da}.`,
      `Decision: ${outcomes[outcome].en}. Decided by: ${body(who).en}. Date: ${when(day).en}.`,
      latestDay(day),
    ),
  DecisionRecordCorrected: ({ neverTaken, body: who, when: day, reason }) =>
    neverTaken
      ? told(
          `Der var ingen sådan beslutning: ${reason}${stop(reason)}`,
          `There was no such decision: ${reason}${stop(reason)}`,
        )
      : told(
          `Den registrerede beslutning blev rettet til ${body(who).da}, ${when(day).da}: ${reason}${stop(reason)}`,
          `The recorded decision was corrected to ${body(who).en}, ${when(day).en}: ${reason}${stop(reason)}`,
        ),
  ImplementationStarted: ({ when: day }) =>
    told(
      `Ændringen er sat i gang. Dato: ${when(day).da}.`,
      `The change was started. Date: ${when(day).en}.`,
      latestDay(day),
    ),
  ChangeWithdrawn: ({ reason, ends }) => {
    const ended = endedDuties(ends.length);
    return told(
      `Sagen blev trukket tilbage: ${reason}${stop(reason)}${ended.da}`,
      `The case was withdrawn: ${reason}${stop(reason)}${ended.en}`,
    );
  },

  MedReviewMissed: ({ committeeId, cause, when: day }, names) =>
    told(
      `Ikke MED-behandlet i ${names.committee(committeeId)} før beslutning: ${missCauses[cause].da} (${when(day).da}).`,
      `Not MED-treated in ${names.committee(committeeId)} before decision: ${missCauses[cause].en} (${when(day).en}).`,
      latestDay(day),
    ),
  MissDiscussed: ({ committeeId, heldOn }, names) =>
    told(
      `Drøftet i ${names.committee(committeeId)} efter beslutning (ikke MED-behandling).`,
      `Discussed in ${names.committee(committeeId)} after the decision (not MED treatment).`,
      heldOn,
    ),
  MissRebutted: () =>
    told(
      'Afkræftet: et godkendt referat viser, at sagen var drøftet i tide.',
      'Rebutted: approved minutes show that the case was discussed in time.',
    ),
  MissAcknowledged: ({ side, on }) =>
    told(
      `${capital(sides[side].da)} beklagede den manglende MED-behandling.`,
      `${capital(sides[side].en)} regretted the missed review.`,
      on,
    ),
  MissExplained: ({ side, causes, note }) => {
    const why = (language: 'da' | 'en'): string => causes.map((one) => explainedCauses[one][language]).join(', ');
    const more = note ? ` ${note}${stop(note)}` : '';
    return told(
      `Forklaring fra ${sides[side].da}: ${why('da')}.${more}`,
      `Explanation by ${sides[side].en}: ${why('en')}.${more}`,
    );
  },
};

/** The sentence of any event of a case; undefined for a type that this version does not know. */
export function tellHistory(
  event: { readonly type: string; readonly data: object },
  names: HistoryNames,
): Told | undefined {
  if (!Object.hasOwn(history, event.type)) return undefined;
  return (history[event.type as ChangeEvent['type']] as (data: object, names: HistoryNames) => Told)(event.data, names);
}
