import { Id } from '@rettidig/vocabulary';

/** What an act was done to. */
export class ActDone {
  @Id({ description: 'What it was done to: the person, the seat, the rebuild.' })
  id!: string;
}
