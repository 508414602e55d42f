import { impossible } from '@rettidig/event-sourcing';
import { Id, OneOf } from '@rettidig/vocabulary';
import type { CaseLink } from '../change.events.js';
import type { ChangeState } from '../change.state.js';
import { registered } from '../checks.js';
import { caseLinks } from '../words.js';
import { byReaction, onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';

const asked = [...Object.keys(caseLinks), 'unrelated'];

/** Two cases belong together: a temporary solution now, the permanent one later (A22). Each needs its own review. */
export class LinkChanges {
  @Id({ description: 'The other case.' })
  otherId!: string;

  @OneOf(asked, {
    description:
      'What this case is to the other: `temporaryOf` (this one is the temporary solution), `permanentOf`, `related`; `unrelated` takes a link back.',
    example: 'temporaryOf',
  })
  as!: CaseLink | 'unrelated';
}

export const linkChanges: CaseCommand<LinkChanges> = {
  ...onCase,
  name: 'LinkChanges',
  message: LinkChanges,
  kind: 'fact',
  path: '/changes/{id}/links',
  summary: { da: 'Knyt to sager til hinanden', en: 'Link two cases' },
  refusals: ['change.unknown', 'change.linked-to-itself'],
  decide: (state, { otherId, as }, { subjectId }) => {
    if (otherId === subjectId) throw impossible('change.linked-to-itself');
    return linked(state, otherId, as);
  },
};

/** What was said on the other case, told on this one. */
export class MirrorLink extends LinkChanges {}

export const mirrorLink: CaseCommand<MirrorLink> = {
  ...byReaction,
  name: 'MirrorLink',
  message: MirrorLink,
  summary: { da: 'Sagen er knyttet til en anden', en: 'The case was linked to another' },
  decide: (state, { otherId, as }) => linked(state, otherId, as),
};

function linked(state: ChangeState, otherId: string, as: LinkChanges['as']) {
  const before = registered(state).links[otherId] ?? 'unrelated';
  return before === as ? [] : [{ type: 'ChangesLinked', data: { otherId, as } } as const];
}
