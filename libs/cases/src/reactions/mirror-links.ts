import { reaction, subjectOf } from '@rettidig/event-sourcing';
import type { ChangesLinked } from '../change.events.js';
import type { ChangeReference } from '../checks.js';

/** What the other case is to this one, when this one is that to it. */
const otherWay: Readonly<Record<ChangesLinked['data']['as'], ChangesLinked['data']['as']>> = {
  temporaryOf: 'permanentOf',
  permanentOf: 'temporaryOf',
  related: 'related',
  unrelated: 'unrelated',
};

/** A link is told on both cases, so that whoever opens either sees the other. What stands there already says nothing. */
export const mirrorLinks = reaction<ChangesLinked, ChangeReference>({
  name: 'mirror-links-between-cases',
  startAt: 'start',
  on: {
    ChangesLinked: ({ stream, data: { otherId, as } }) => [
      { command: 'MirrorLink', subjectId: otherId, message: { otherId: subjectOf(stream), as: otherWay[as] } },
    ],
  },
});
