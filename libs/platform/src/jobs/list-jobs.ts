import type { QueryDefinition, Text } from '@rettidig/event-sourcing';
import { Count, FreeText, ListOf, Pattern } from '@rettidig/vocabulary';

/** It is not asked `asOf`: whoever waits for a job wants to know how far it is. */
export class ListJobs {}

/** Something long that the process has in hand. */
export class JobShown {
  @Pattern(/^[a-z][a-z-]{0,80}$/, { description: 'What does it.', example: 'replan-cases-when-dates-change' })
  job!: string;

  @FreeText({ description: 'What it does, in words.', max: 200, example: 'Sager planlægges på ny' })
  jobText!: string;

  @FreeText({ description: 'What began it: the id of an event, or the key of an effect.', max: 500 })
  by!: string;

  @Count({ description: 'Steps that are done.' })
  done!: number;

  @Count({ description: 'Steps that there are.' })
  total!: number;
}

export class JobList {
  @ListOf(() => JobShown, {
    description:
      'What the process that answers has in hand, without what has ended. Of several processes each tells of its own: the reactions of a worker stand in its `/readyz`, a what-if at `/what-if/jobs/{id}`. Empty does not say that nothing is done elsewhere.',
    max: 1000,
  })
  items!: JobShown[];

  @Count({ description: 'How many there are.' })
  total!: number;
}

/** The long works of the process that is asked. Beside workers an API has none: their `/readyz` tells of theirs. */
export const listJobs = (words: Readonly<Record<string, Text>>): QueryDefinition<ListJobs, JobList, unknown> => ({
  name: 'ListJobs',
  parameters: ListJobs,
  answer: JobList,
  path: '/jobs',
  tag: 'operations',
  summary: { da: 'Hvor langt et stort arbejde er', en: 'How far long works are' },
  handle: (_parameters, { works, language }) => {
    const items = works().map(({ name, by, done, total }) => ({
      ...{ job: name, by, done, total },
      jobText: words[name]?.[language] ?? name,
    }));
    return { items, total: items.length };
  },
});
