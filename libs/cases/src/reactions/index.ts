import type { AnyReaction } from '@rettidig/event-sourcing';
import { confirmReviews } from './confirm-reviews.js';
import { mirrorAgenda } from './mirror-agenda.js';
import { mirrorDiscussions } from './mirror-discussions.js';
import { judgeDispatchesAnew } from './judge-dispatches.js';
import { mirrorFollowUps } from './mirror-follow-ups.js';
import { mirrorLinks } from './mirror-links.js';
import { lookAgainAtOvertaken } from './look-again-at-overtaken.js';
import { reassessCases } from './reassess-cases.js';
import { replanCases } from './replan-cases.js';

/** What happens to cases because something else happened. */
export const caseReactions: readonly AnyReaction[] = [
  mirrorAgenda,
  mirrorDiscussions,
  mirrorFollowUps,
  confirmReviews,
  judgeDispatchesAnew,
  mirrorLinks,
  reassessCases,
  replanCases,
  lookAgainAtOvertaken,
];
