import { dayOf } from '@rettidig/vocabulary';
import type { ReferenceKind } from '../kind.js';
import { stepsTo, workdays } from './days.js';
import { ofCases, openFollowUps } from './in-meetings.js';

/** Something was agreed, but not who does it or by when: the secretariat is asked (E4). */
export const followUpWithoutOwnerOrDate: ReferenceKind = {
  name: 'followUpWithoutOwnerOrDate',
  lane: 'dated',
  whenPast: 'sendLate',
  steps: stepsTo(['secretariat'], [workdays(1)]),
  inReference: ({ meetings }, { from, until }) =>
    openFollowUps(meetings).flatMap((open) => {
      const { due, hasOwner, agreedAt } = open.followUp;
      const anchor = dayOf(agreedAt);
      const missing = [...(hasOwner ? [] : ['owner']), ...('notStated' in due ? ['date'] : [])];
      if (missing.length === 0 || anchor < from || anchor > until) return [];
      const [first] = ofCases(open);
      const about = { ...first!.about, code: missing.join('And') };
      return [{ item: open.followUp.followUpId, anchor, armed: 0, armedAt: agreedAt, about }];
    }),
};
