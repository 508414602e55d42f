import type { ChangeState } from '@rettidig/cases';
import type { SubjectKind } from '../kind.js';
import { workdays } from './days.js';
import { newsUntil } from './misses.js';
import { aboutCase } from './of-case.js';

/** Somebody lowered a duty, or said that there is none: the deputy chair of each committee knows the same day (principle 3). */
export const dutyLowered: SubjectKind<ChangeState> = {
  name: 'dutyLowered',
  subject: 'change',
  lane: 'urgent',
  whenPast: 'sendLate',
  alwaysTold: true,
  steps: [{ offset: workdays(0), to: ['deputyChair'], on: true }],
  occasions: (state, changeId) =>
    state.lowerings.flatMap(({ actId, act, on, committeeIds }) =>
      (committeeIds.length > 0 ? committeeIds : [null]).map((committeeId) => ({
        item: `${changeId}/${actId}/${act}/${committeeId ?? 'none'}`,
        anchor: on,
        until: newsUntil(on),
        about: { ...aboutCase(state, changeId), committeeId, code: act },
      })),
    ),
};
