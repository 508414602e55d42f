import { breachesFeature } from '@rettidig/breaches';
import { casesFeature, longWorks, turningCases } from '@rettidig/cases';
import { detectionFeature } from '@rettidig/detection';
import type { Feature } from '@rettidig/event-sourcing';
import { importsFeature } from '@rettidig/imports';
import { meetingsFeature } from '@rettidig/meetings';
import { organisationFeature } from '@rettidig/organisation';
import { effectsFeature, jobsFeature, whatIfFeature } from '@rettidig/platform';
import { remindersFeature } from '@rettidig/reminders';
import { rulesFeature } from '@rettidig/rules';

/** The slices that make the product, in the order of the story, then what mechanics adds. A new one is one line here. */
export const features: readonly Feature[] = [
  organisationFeature,
  rulesFeature,
  meetingsFeature,
  casesFeature,
  breachesFeature,
  detectionFeature,
  importsFeature,
  remindersFeature,
  effectsFeature,
  jobsFeature(longWorks),
  whatIfFeature(turningCases),
];
