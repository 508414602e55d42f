import type { Language } from '@rettidig/event-sourcing';
import { meetingsPart } from '@rettidig/meetings';
import { functionsPart, organisationPart } from '@rettidig/organisation';
import { ruleBookPart } from '@rettidig/rules';
import type { MailItem } from '../due.types.js';
import type { ReminderSteps } from '../reminder-steps.js';
import type { WordsOf } from './facts.js';
import { whyOf } from './why.js';

const words = (language: Language, reminderSteps: ReminderSteps = {}): WordsOf => ({
  reference: {
    ...{ organisation: organisationPart.initial, ruleBook: ruleBookPart.initial, meetings: meetingsPart.initial },
    ...{ functions: functionsPart.initial, reminderSteps },
  },
  ...{ language, today: '2026-05-06', nameOf: () => undefined },
});
const item = (kind: string, step: string): MailItem => ({
  ...{ key: 'k', kind, step, subject: null, item: 'i', anchor: '2026-05-06', armed: 0, dueOn: '2026-05-06' },
  ...{ late: false, plannedLate: false, about: {}, number: '2026-0143' },
  ...{ as: ['secretariat'], substituteFor: [], fallback: false },
});
const when = (kind: string, step: string, language: Language = 'da') => whyOf(item(kind, step), words(language))[1]!;
/** With one step of a kind that was agreed long before. */
const agreed = (kind: string, count: number): ReminderSteps => ({
  [kind]: [
    {
      ...{ kind, effectiveFrom: '2026-01-01', agreedAt: '2026-01-01T08:00:00.000Z' },
      steps: [{ offset: { count, kind: 'calendar' }, to: ['secretariat'], on: true }],
    },
  ],
});
const whenAgreed = (kind: string, count: number) =>
  whyOf(item(kind, `calendar+${count}`), words('da', agreed(kind, count)))[1]!;

describe('when a mail says that it is sent', () => {
  it.each([
    ['papersDue', 'workday+0'],
    ['followUp', 'calendar+0'],
    ['minutesDue', 'workday+0'],
  ])('is the day itself of %s, which has a deadline', (kind, step) => {
    expect(when(kind, step)).toMatch(/: mailen sendes på dagen, onsdag den 6\. maj 2026 \(uge 19\)\.$/);
    expect(when(kind, step, 'en')).toMatch(/: the mail is sent on the day, Wednesday 6 May 2026 \(week 19\)\.$/);
  });

  it.each(['dutyLowered', 'disputeOpen', 'noMeetingLeft'])('is when it happens, of %s', (kind) => {
    expect(when(kind, 'workday+0')).toMatch(/: mailen sendes, når det sker\.$/);
    expect(when(kind, 'workday+0', 'en')).toMatch(/: the mail is sent when it happens\.$/);
  });

  it('is each week, where it comes again', () => {
    expect(when('missOpen', 'calendar+7')).toContain('det kommer med i ugens første mail');
    expect(when('missOpen', 'calendar+21')).toContain('det kommer med i ugens første mail');
  });

  it('is once where it was agreed that it comes once, though the product would tell of it each week', () => {
    expect(whenAgreed('missOpen', 14)).toMatch(/: mailen sendes 14 kalenderdage efter, onsdag/);
  });

  it('is the day itself where a step on it was agreed for what is told of before', () => {
    expect(whenAgreed('meetingComing', 0)).toMatch(/: mailen sendes på dagen, onsdag/);
  });
});
