/** The kind of a change that is none of those with a question of their own. */
export const OTHER_KIND = 'other';
