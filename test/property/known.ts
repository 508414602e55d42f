import { subjectOf, type RecordedEvent } from '@rettidig/event-sourcing';

/** Ids of everything that exists so far, collected from the log, so that random commands hit something. */
export class Known {
  readonly units: string[] = [];
  readonly committees: string[] = [];
  readonly seats: { readonly seatId: string; readonly committeeId: string }[] = [];
  readonly terms: { readonly seatId: string; readonly from: string }[] = [];
  readonly periods: string[] = [];
  readonly moves: { readonly unitId: string; readonly from: string }[] = [];
  readonly transitional: string[] = [];
  readonly appointments: string[] = [];
  readonly groups: string[] = [];
  readonly groupMembers: { readonly groupId: string; readonly personId: string }[] = [];
  readonly meetings: { readonly meetingId: string; readonly committeeId: string }[] = [];
  readonly items: { readonly meetingId: string; readonly itemId: string; readonly caseIds: readonly string[] }[] = [];
  /** Items that were discussed: what reviews and approved minutes are about. */
  readonly discussed: { readonly meetingId: string; readonly itemId: string; readonly caseIds: readonly string[] }[] =
    [];
  readonly heldOn = new Map<string, string>();
  readonly followUps: { readonly meetingId: string; readonly followUpId: string }[] = [];
  readonly changes: string[] = [];
  readonly points: { readonly changeId: string; readonly pointId: string }[] = [];
  readonly decisions: { readonly changeId: string; readonly decisionId: string }[] = [];
  readonly disputes: { readonly changeId: string; readonly disputeId: string }[] = [];
  readonly papers: { readonly changeId: string; readonly version: string }[] = [];
  readonly dispatches: { readonly changeId: string; readonly dispatchId: string }[] = [];
  readonly alterations: { readonly changeId: string; readonly alterationId: string }[] = [];
  readonly breaches: string[] = [];
  readonly demands: { readonly breachId: string; readonly demandId: string }[] = [];
  readonly possibleMisses: string[] = [];
  readonly politicalItems: { readonly agendaId: string; readonly itemId: string }[] = [];
  readonly links: { readonly agendaId: string; readonly itemId: string; readonly caseId: string }[] = [];
  readonly forums: { readonly forumId: string; readonly rhythm: string }[] = [];
  readonly rounds: { readonly forumId: string; readonly roundId: string }[] = [];
  readonly candidates: { readonly forumId: string; readonly roundId: string; readonly candidateId: string }[] = [];
  readonly imports: { readonly importId: string; readonly kind: string }[] = [];
  ruleSets = 0;
  /** Closing days, timetables, targets and readings. */
  agreements = 0;

  learn({ type, stream, data }: RecordedEvent): void {
    const said = data as Readonly<Record<string, never>>;
    const subject = subjectOf(stream);
    const lessons: Readonly<Record<string, () => void>> = {
      UnitEstablished: () => this.units.push(said['unitId']!),
      CommitteeEstablished: () => {
        this.committees.push(said['committeeId']!);
        if (said['kind'] === 'transitionalLocal') this.transitional.push(said['committeeId']!);
      },
      UnitMoved: () => this.moves.push({ unitId: said['unitId']!, from: said['from']! }),
      TransitionPeriodDeclared: () => this.periods.push(said['periodId']!),
      SeatFilled: () => this.terms.push({ seatId: said['seatId']!, from: said['from']! }),
      SeatCreated: () => this.seats.push({ seatId: said['seatId']!, committeeId: said['committeeId']! }),
      UnitManagerAppointed: () => this.appointments.push(said['appointmentId']!),
      SecretariatMemberAppointed: () => this.appointments.push(said['appointmentId']!),
      SubstituteNamed: () => this.appointments.push(said['appointmentId']!),
      WorkingGroupEstablished: () => this.groups.push(subject),
      WorkingGroupMemberNamed: () => this.groupMembers.push({ groupId: subject, personId: said['personId']! }),
      RuleSetPublished: () => (this.ruleSets += 1),
      ClosingDaysAgreed: () => (this.agreements += 1),
      LocalTimetableAgreed: () => (this.agreements += 1),
      PoliticalTimetableAgreed: () => (this.agreements += 1),
      TimelinessTargetAgreed: () => (this.agreements += 1),
      ReadingsAgreed: () => (this.agreements += 1),
      ReminderStepsAgreed: () => (this.agreements += 1),
      MeetingScheduled: () => this.meetings.push({ meetingId: subject, committeeId: said['committeeId']! }),
      AgendaItemAdded: () =>
        this.items.push({ meetingId: subject, itemId: said['itemId']!, caseIds: said['caseIds']! }),
      AttendanceRecorded: () => this.heldOn.set(subject, said['heldOn']!),
      ItemDiscussed: () =>
        this.discussed.push({ meetingId: subject, itemId: said['itemId']!, caseIds: said['caseIds']! }),
      FollowUpAgreed: () => this.followUps.push({ meetingId: subject, followUpId: said['followUpId']! }),
      ChangeRegistered: () => this.changes.push(subject),
      DecisionPointPlanned: () => this.points.push({ changeId: subject, pointId: said['pointId']! }),
      DecisionRecorded: () => this.decisions.push({ changeId: subject, decisionId: said['decisionId']! }),
      AssessmentDisputed: () => this.disputes.push({ changeId: subject, disputeId: said['disputeId']! }),
      PapersFiled: () => this.papers.push({ changeId: subject, version: said['version']! }),
      PapersDispatched: () => this.dispatches.push({ changeId: subject, dispatchId: said['dispatchId']! }),
      ChangedAfterReview: () => this.alterations.push({ changeId: subject, alterationId: said['alterationId']! }),
      BreachNotRaised: () => this.breaches.push(subject),
      DemandRaised: () => this.demands.push({ breachId: subject, demandId: said['demandId']! }),
      PossibleMissReported: () => this.possibleMisses.push(subject),
      UnregisteredChangeSuspected: () => this.possibleMisses.push(subject),
      PoliticalAgendaImported: () =>
        (said['added']! as readonly { itemId: string }[]).forEach(({ itemId }) =>
          this.politicalItems.push({ agendaId: subject, itemId }),
        ),
      AgendaItemLinked: () => this.links.push({ agendaId: subject, itemId: said['itemId']!, caseId: said['caseId']! }),
      ScreeningForumAgreed: () => this.forums.push({ forumId: subject, rhythm: said['rhythm']! }),
      ScreeningRoundOpened: () => this.rounds.push({ forumId: subject, roundId: said['roundId']! }),
      CandidateAdded: () =>
        this.candidates.push({ forumId: subject, roundId: said['roundId']!, candidateId: said['candidateId']! }),
      DocumentReceived: () => this.imports.push({ importId: subject, kind: said['kind']! }),
    };
    lessons[type]?.();
  }
}
