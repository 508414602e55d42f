import { impossible, Refused } from '@rettidig/event-sourcing';
import { One, SourceOfFact } from '@rettidig/vocabulary';
import { kindsOf } from '../facts.js';
import { ruleSetOn } from '../rule-book.js';
import { TimelinessTargetFields } from '../timetable.fields.js';
import { plain, ruleBookCommand } from './rule-book-command.js';

/** Reviews of a kind of change are to be so early, from a day on (A15). A target is measured against; nothing is due. */
class AgreeTimelinessTarget extends TimelinessTargetFields {
  @One(() => SourceOfFact, { description: 'Where the agreement stands.', optional: true })
  source?: SourceOfFact;
}

export const agreeTimelinessTarget = ruleBookCommand({
  name: 'AgreeTimelinessTarget',
  message: AgreeTimelinessTarget,
  path: '/timeliness-targets',
  summary: { da: 'Registrér et mål for, hvor tidligt MED inddrages', en: 'Agree on how early MED is to be involved' },
  refusals: ['rules.kind-unknown', 'rules.target-taken'],
  decide: (ruleBook, message) => {
    const target = plain(message);
    const { kind, interval, version, effectiveFrom } = target;
    const ruleSet = ruleSetOn(ruleBook, effectiveFrom);
    const allowed = kindsOf(ruleSet);
    if (!allowed.includes(kind)) throw impossible('rules.kind-unknown', { version: ruleSet.version, allowed });
    const theirs = ruleBook.targets.filter(({ value }) => value.kind === kind && value.interval === interval);
    if (theirs.some(({ value }) => value.version === version)) throw new Refused('rules.target-taken', { version });
    return [{ type: 'TimelinessTargetAgreed', data: target }];
  },
});
