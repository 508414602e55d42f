import type { LocalDate } from '@rettidig/vocabulary';
import {
  Codes,
  Day,
  FreeText,
  Id,
  One,
  OneOf,
  PageParameters,
  pageWith,
  Repeated,
  SourceOfFact,
} from '@rettidig/vocabulary';
import type { AppointedTo } from '../functions/functions.js';
import { appointedTos, appointmentStates, type AppointmentState } from '../functions/words.js';

export class ListFunctions extends PageParameters {
  @Day({ description: 'The day asked about; that of `asOf`, or today, when left out.', optional: true })
  validOn?: string;

  @Repeated()
  @Codes(appointedTos, { description: 'These functions.', optional: true })
  function?: AppointedTo[];

  @Repeated()
  @Codes(appointmentStates, {
    description: 'Those that are over, hold, or are to come on the day, or were recorded in error.',
    optional: true,
  })
  state?: AppointmentState[];

  @Id({ description: 'Managers of this unit.', optional: true })
  unit?: string;

  @Id({ description: 'The secretariat of this committee, without that of all committees.', optional: true })
  committee?: string;

  @Id({ description: 'What this person has or is stood in for.', optional: true })
  person?: string;

  @OneOf(['function', '-function', 'from', '-from', 'to', '-to'], {
    description: 'Order; by function and what it is of when left out.',
    optional: true,
  })
  sort?: string;
}

/** Somebody has a function for a while. */
export class FunctionShown {
  @Id({ description: 'The appointment.' })
  appointmentId!: string;

  @OneOf(appointedTos, { description: 'The function.' })
  function!: AppointedTo;

  @FreeText({ description: 'The same in words.', max: 100 })
  functionText!: string;

  @Id({ description: 'The unit that is managed; null for other functions.', nullable: true })
  unitId!: string | null;

  @Id({ description: 'The committee of a secretariat; null for all of them, and other functions.', nullable: true })
  committeeId!: string | null;

  @FreeText({ description: 'The name of that unit or committee.', max: 200, nullable: true })
  ofName!: string | null;

  @Id({ description: 'Who has the function; the substitute of a substitution.' })
  personId!: string;

  @FreeText({ description: 'The name; null when not known, or not shown to the caller.', max: 200, nullable: true })
  name!: string | null;

  @Id({ description: 'Who is stood in for; null for other functions.', nullable: true })
  substituteFor!: string | null;

  @FreeText({ description: 'That name; null when not known, or not shown.', max: 200, nullable: true })
  substituteForName!: string | null;

  @Day({ description: 'First day.' })
  from!: LocalDate;

  @Day({ description: 'First day on which it no longer holds; null while that is open.', nullable: true })
  to!: LocalDate | null;

  @OneOf(appointmentStates, { description: 'How it stands to the day.' })
  state!: AppointmentState;

  @FreeText({ description: 'Why it was recorded in error; null when it was not.', max: 1000, nullable: true })
  inError!: string | null;

  @One(() => SourceOfFact, { description: 'Where it is known from.', nullable: true })
  source!: SourceOfFact | null;
}

export class FunctionList extends pageWith(() => FunctionShown, {
  items: 'The functions of this page.',
  facets: 'Counts by function and state, each as if it were not filtered by.',
}) {}
