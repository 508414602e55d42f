import type { Language } from '@rettidig/event-sourcing';
import { meetingsPart } from '@rettidig/meetings';
import { functionsPart, organisationPart } from '@rettidig/organisation';
import { ruleBookPart } from '@rettidig/rules';
import type { MailItem } from '../due.types.js';
import type { WordsOf } from './facts.js';
import { whyOf } from './why.js';

const words = (language: Language): WordsOf => ({
  reference: {
    ...{ organisation: organisationPart.initial, ruleBook: ruleBookPart.initial, meetings: meetingsPart.initial },
    ...{ functions: functionsPart.initial, reminderSteps: {} },
  },
  ...{ language, today: '2026-05-06', nameOf: () => undefined },
});
const item = (kind: string, step: string): MailItem => ({
  ...{ key: 'k', kind, step, subject: null, item: 'i', anchor: '2026-05-06', armed: 0, dueOn: '2026-05-06' },
  ...{ late: false, plannedLate: false, about: {}, number: '2026-0143' },
  ...{ as: ['secretariat'], substituteFor: [], fallback: false },
});
const when = (kind: string, step: string, language: Language = 'da') => whyOf(item(kind, step), words(language))[1]!;

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
    expect(when('missOpen', 'calendar+7')).toContain('det står i ugens første mail');
  });
});
