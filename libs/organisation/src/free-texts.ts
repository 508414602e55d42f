import { referenceTexts } from '@rettidig/event-sourcing';
import { organisationSealedFields } from './organisation.events.js';

/** What people wrote about the organisation: the reference data holds only where it stands. */
export const organisationTexts = referenceTexts('organisation-texts', organisationSealedFields);
