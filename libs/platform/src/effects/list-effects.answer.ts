import { Count, Flag, FreeText, Id, Moment, OneOf, pageWith, Pattern } from '@rettidig/vocabulary';
import { effectStates, type EffectStateName } from './words.js';

/** One thing that was done, or was to be done, outside the log. */
export class EffectShown {
  @Id({ description: 'The effect on this key. Retry it by this id.' })
  id!: string;
  @Pattern(/^[a-z][a-z-]{0,60}$/, { description: 'What is done.', example: 'take-in-agenda' })
  effect!: string;
  @FreeText({
    description: 'On what: ids, codes and dates. The same key is done once.',
    example: '5a4ea85f-0d98-50fd-b762-913f2a09b4f3',
    max: 500,
  })
  key!: string;
  @OneOf(effectStates, { description: 'How it stands; `failed` was given up.' })
  state!: EffectStateName;
  @FreeText({ description: 'The state in words.', example: 'Udført', max: 100 })
  stateText!: string;
  @Count({ description: 'The number of the last run, 0 when there was none.' })
  attempt!: number;
  @Flag({ description: 'A run began after one of which nobody knows how it ended: it may have been done twice.' })
  isRepeat!: boolean;
  @Moment({ description: 'When it was due.' })
  dueAt!: string;
  @Moment({ description: 'When the last run began; null when there was none.', nullable: true })
  claimedAt!: string | null;
  @Moment({ description: 'When the last run ended; null while it is under way.', nullable: true })
  endedAt!: string | null;
  @Count({ description: 'Seconds from when it was due until it ended; null while it is under way.', nullable: true })
  delaySeconds!: number | null;
  @FreeText({
    description: 'What came of it: a code or an id; null while nothing has.',
    example: 'taken-in',
    max: 500,
    nullable: true,
  })
  result!: string | null;
  @FreeText({
    description: 'Why it was skipped, put off or given up: a code; null otherwise.',
    max: 500,
    nullable: true,
  })
  code!: string | null;
}

export class EffectList extends pageWith(() => EffectShown, {
  items: 'The effects of this page.',
  total: 'All effects that match, on all pages.',
  facets: 'Counts by effect, by state and by whether it may have been done twice, for the same filters.',
}) {}
