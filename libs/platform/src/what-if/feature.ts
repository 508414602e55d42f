import type { Feature } from '@rettidig/event-sourcing';
import { answersFor } from './answers.js';
import { applyWhatIf } from './apply-what-if.js';
import { askWhatIf } from './ask-what-if.js';
import { whatIfJobs } from './jobs.js';
import type { Turning } from './rehearse.js';
import { machinePulse } from './signs-of-life.js';

/** Trying commands out before they are given, for whatever the slices say turns because of them. */
export function whatIfFeature<Item extends object>(turning: Turning<Item>): Feature {
  const answers = answersFor(turning.item);
  const jobs = whatIfJobs(turning, answers, machinePulse());
  return {
    name: 'what-if',
    tags: {
      'what-if':
        'What would follow if something were done: any command of this API, or several in their order, tried out with all that follows from them, and nothing saved. What touches many cases is a job of the process that took it; any process of the installation answers for it, and says so when it was lost because its process ended.',
    },
    commands: [],
    queries: [askWhatIf(turning, answers), jobs.get],
    acts: [applyWhatIf(turning), jobs.begin],
    projections: [],
    reactions: [],
    sealedFields: {},
    refusals: {
      'what-if.too-many-touched': {
        da: 'Det rører {touched} sager, og højst {most} regnes, mens du venter. Brug /what-if/jobs, så regnes de i baggrunden.',
        en: 'It touches {touched} cases, and at most {most} are worked out while you wait. Use /what-if/jobs to have them worked out in the background.',
      },
      'what-if.basis-moved': {
        da: 'Der er sket noget imens, så følgerne nu er nogle andre. Spørg igen, og se, om du stadig vil.',
        en: 'Something happened in the meantime, and what follows is another thing now. Ask again and see whether you still want it.',
      },
      'what-if.job-unknown': {
        da: 'Der er ikke begyndt nogen beregning med det id. Begynd den med POST /what-if/jobs.',
        en: 'No job with that id was begun. Begin it with POST /what-if/jobs.',
      },
    },
  };
}
