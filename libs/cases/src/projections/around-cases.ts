import type { RecordedEvent, ViewReader, ViewWriter } from '@rettidig/event-sourcing';
import type { MeetingEvent } from '@rettidig/meetings';
import type { OrganisationEvent } from '@rettidig/organisation';
import type { RuleBookEvent } from '@rettidig/rules';

/** What lies around cases, by what a change of it can change: what they owe, or the dates they are planned for. */
export type AroundCases = 'structure' | 'rules' | 'meeting' | 'timetable' | 'calendar' | 'readings';

/** Events around cases that can change what stands on them. */
export const aroundCases: Readonly<
  Partial<Record<(MeetingEvent | OrganisationEvent | RuleBookEvent)['type'], AroundCases>>
> = {
  UnitEstablished: 'structure',
  UnitMoved: 'structure',
  UnitClosed: 'structure',
  CommitteeEstablished: 'structure',
  CommitteeCoverageChanged: 'structure',
  CommitteeDissolved: 'structure',
  TransitionPeriodDeclared: 'structure',
  TransitionalBodyAgreed: 'structure',
  StructureCorrected: 'structure',
  StructureImported: 'structure',
  RuleSetPublished: 'rules',
  MeetingScheduled: 'meeting',
  MeetingMoved: 'meeting',
  MeetingCancelled: 'meeting',
  AttendanceRecorded: 'meeting',
  DeadlineWaived: 'meeting',
  LocalTimetableAgreed: 'timetable',
  PoliticalTimetableAgreed: 'timetable',
  ClosingDaysAgreed: 'calendar',
  ReadingsAgreed: 'readings',
};

/** Their types. */
export const aroundTypes = Object.keys(aroundCases);

export const aroundSchema = [
  'create table {around} (position text primary key, kind text not null) strict, without rowid',
];

/** Keeps where in the log it happened. */
export const noteAround = (view: ViewWriter, { type, position }: RecordedEvent): void =>
  view.run('insert into {around} values (:position, :kind)', {
    position,
    kind: aroundCases[type as keyof typeof aroundCases]!,
  });

/**
 * What was recorded around a case after what a decision on it was based on, and before the decision: in the moment in
 * which both were under way. The last of it; undefined for nearly every decision.
 */
export const overtakenBy = (
  view: ViewReader,
  { position, meta }: RecordedEvent,
  among: readonly AroundCases[],
): AroundCases | undefined =>
  view.get<{ kind: AroundCases }>(
    'select kind from {around} where position > :basis and position < :position' +
      ' and kind in (select value from json_each(:among)) order by position desc limit 1',
    { basis: meta.basis, position, among: JSON.stringify(among) },
  )?.kind;
