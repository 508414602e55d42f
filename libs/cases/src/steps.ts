import type { DomainEvent, EventMetadata, EventOf } from '@rettidig/event-sourcing';
import type { ChangeState } from './change.state.js';

/** What each event of a part of the story changes in the state of its case. Complete by type. */
export type Steps<E extends DomainEvent> = {
  readonly [Type in E['type']]: (
    state: ChangeState,
    data: EventOf<E, Type>['data'],
    meta: EventMetadata,
  ) => ChangeState;
};
