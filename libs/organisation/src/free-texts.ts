import { referenceTexts } from '@rettidig/event-sourcing';
import { functionsSealedFields } from './functions/functions.events.js';
import { organisationSealedFields } from './organisation.events.js';
import { workingGroupSealedFields } from './working-groups/working-group.events.js';

/** What people wrote about the organisation: the reference data holds only where it stands. */
export const organisationTexts = referenceTexts('organisation-texts', {
  ...organisationSealedFields,
  ...functionsSealedFields,
  ...workingGroupSealedFields,
});
