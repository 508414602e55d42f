import { meetingsFeature } from '@rettidig/meetings';

/** The view that meetings are listed from. */
export const MEETINGS_VIEW = meetingsFeature.projections[0]!.name;
