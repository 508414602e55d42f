import { impossible, Refused } from '@rettidig/event-sourcing';
import { Day, FreeText } from '@rettidig/vocabulary';
import type { ScreeningCommand } from '../screening.checks.js';
import { existingForum, onForum } from '../screening.checks.js';

/** The meeting no longer takes place. What was not held before stays visible. */
export class EndScreeningForum {
  @Day({ description: 'The first day on which it no longer meets.' })
  on!: string;

  @FreeText({ description: 'Why.', example: 'Mødet er lagt sammen med centerchefernes.', max: 2000, multiline: true })
  reason!: string;
}

export const endScreeningForum: ScreeningCommand<EndScreeningForum> = {
  ...onForum,
  name: 'EndScreeningForum',
  message: EndScreeningForum,
  path: '/screening-forums/{id}/end',
  summary: { da: 'Afslut et mødeforum', en: 'End a forum' },
  refusals: ['screeningForum.unknown', 'screening.already-ended', 'screening.ends-before-it-starts'],
  decide: (state, { on, reason }) => {
    const { from, endedOn } = existingForum(state);
    if (endedOn !== null) throw new Refused('screening.already-ended');
    if (on < from) throw impossible('screening.ends-before-it-starts', { from });
    return [{ type: 'ScreeningForumEnded', data: { on, reason } }];
  },
};
