/** Tells what a job leaves in the private store from what people uploaded. */
export const KIND = 'application/vnd.rettidig.what-if+json';
