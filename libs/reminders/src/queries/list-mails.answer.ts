import type { LocalDate } from '@rettidig/vocabulary';
import {
  Codes,
  Count,
  Day,
  Dictionary,
  Flag,
  FreeText,
  Id,
  Ids,
  ListOf,
  Moment,
  Numeric,
  OneOf,
  Pattern,
  Repeated,
} from '@rettidig/vocabulary';
import type { Lane, ReceiverFunction } from '../kind.js';
import { reminderKinds } from '../kinds/index.js';
import type { MailState } from '../projections/mail-tables.js';
import { receiverWords } from '../texts/receiver-words.js';
import { laneWords, mailStateWords } from './words.js';

const kinds = reminderKinds.map(({ name }) => name);

/** What a log of mails is asked. It is not asked `asOf`: a mail that was sent stays sent. */
class MailFilters {
  @Repeated()
  @Codes(kinds, { description: 'These kinds of reminder.', optional: true })
  kind?: string[];

  @Repeated()
  @Codes(mailStateWords, { description: 'Those that stand like this.', optional: true })
  state?: MailState[];

  @Id({ description: 'To this person.', optional: true })
  person?: string;

  @Day({ description: 'Due on this day or later.', optional: true })
  from?: string;

  @Day({ description: 'Due on this day or earlier.', optional: true })
  to?: string;

  @OneOf(['true', 'false'], { description: 'Whether it was found due later than on its day.', optional: true })
  late?: string;

  @OneOf(['told', '-told', 'dueOn', '-dueOn'], {
    description: 'Order; `-told`, what was claimed last first, when left out.',
    optional: true,
  })
  sort?: string;

  @Numeric()
  @Count({ min: 1, max: 200, description: 'How many items a page holds at most; 50 when left out.', optional: true })
  limit?: number;

  @Pattern(/^[A-Za-z0-9_-]{1,2000}$/, {
    description: 'Where the page before ended: its `nextCursor`. Goes with the same filters and sort only.',
    optional: true,
  })
  cursor?: string;
}

export class MailsOfCase extends MailFilters {
  @Id({ description: 'The case.' })
  id!: string;
}

export class ListMails extends MailFilters {
  @Id({ description: 'About this case.', optional: true })
  case?: string;

  @Repeated()
  @Ids({ description: 'About these committees.', optional: true })
  committee?: string[];
}

/** One thing that one person was told in a mail, was to be told, or was not told after all. */
export class MailShown {
  @Id({ description: 'The mail; those that were told together have the same.' })
  mailId!: string;

  @OneOf(kinds, { description: 'The kind of reminder.' })
  kind!: string;

  @FreeText({ description: 'The same in words.', max: 200 })
  kindText!: string;

  @FreeText({
    description: 'Its step: the kind of days, and how many before (-) or after (+).',
    example: 'workday-10',
    max: 60,
  })
  step!: string;

  @FreeText({ description: 'The same in words.', example: '10 arbejdsdage før', max: 100 })
  stepText!: string;

  @Day({ description: 'The day that it is about.' })
  about!: LocalDate;

  @Day({ description: 'The day on which it was due.' })
  dueOn!: LocalDate;

  @Flag({ description: 'It was found due later than on its day; the mail said so.' })
  isLate!: boolean;

  @Id({ description: 'The case; null when it is about none.', nullable: true })
  changeId!: string | null;

  @FreeText({ description: 'Its number.', example: '2026-0143', max: 50, nullable: true })
  number!: string | null;

  @Id({ description: 'The committee; null when it is about none.', nullable: true })
  committeeId!: string | null;

  @FreeText({ description: 'Its name.', max: 200, nullable: true })
  committeeName!: string | null;

  @Id({ description: 'To whom.' })
  personId!: string;

  @FreeText({ description: 'The name; null when not known, or not shown to the caller.', max: 200, nullable: true })
  personName!: string | null;

  @Codes(receiverWords, { description: 'By which functions it is them.' })
  functions!: ReceiverFunction[];

  @FreeText({ description: 'The same in words.', max: 500 })
  functionsText!: string;

  @Ids({ description: 'Whom they stood in for.' })
  substituteFor!: string[];

  @Flag({ description: 'Told only because nobody who could be told had the function.' })
  isFallback!: boolean;

  @OneOf(laneWords, { description: 'At once, on its day, or as the person wants it.' })
  lane!: Lane;

  @FreeText({ description: 'The same in words.', max: 100 })
  laneText!: string;

  @OneOf(mailStateWords, { description: 'How it stands.' })
  state!: MailState;

  @FreeText({ description: 'The same in words.', max: 100 })
  stateText!: string;

  @FreeText({
    description: 'Why it is not told, waits or was given up: a code; null otherwise.',
    max: 200,
    nullable: true,
  })
  why!: string | null;

  @FreeText({ description: 'The same in words.', max: 200, nullable: true })
  whyText!: string | null;

  @Moment({ description: 'When the mail was sent; null while it was not.', nullable: true })
  sentAt!: string | null;

  @Count({ description: 'How many things the mail told, this one counted: more than one were merged.' })
  together!: number;

  @Count({ description: 'How often it was tried.' })
  attempt!: number;

  @Flag({ description: 'It may have been sent twice; the second one said so.' })
  isRepeat!: boolean;

  @FreeText({ description: 'What the mail server answered; null while it did not.', max: 500, nullable: true })
  answer!: string | null;
}

/** What was told whom. */
export class MailList {
  @ListOf(() => MailShown, { description: 'What this page tells.', max: 200 })
  items!: MailShown[];

  @Count({ description: 'All that match, on all pages.' })
  total!: number;

  @Dictionary(
    { type: 'object', additionalProperties: { type: 'integer' } },
    { description: 'Counts by kind, state and lateness, each as if it were not filtered by.' },
  )
  facets!: Record<string, Record<string, number>>;

  @Pattern(/^[A-Za-z0-9_-]+$/, { description: 'Goes on with the next page; null on the last one.', nullable: true })
  nextCursor!: string | null;
}
