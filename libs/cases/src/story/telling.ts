import type { DomainEvent, EventMetadata, EventOf } from '@rettidig/event-sourcing';
import type { CaseStory } from './case-story.js';

/** What each event of a part of the story adds to it. Complete by type. */
export type Telling<E extends DomainEvent> = {
  readonly [Type in E['type']]: (story: CaseStory, data: EventOf<E, Type>['data'], meta: EventMetadata) => CaseStory;
};
