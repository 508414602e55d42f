/** What a MED committee is called in running text, as a part of an expression that tells capitals: `med` is a word. */
export const COMMITTEE = '(?<![\\p{L}-])(?:\\p{L}*MED|[HLFOCS]MU)(?:[- ]?(?:systemet|udvalg(?:et|ene)?))?(?![\\p{L}-])';
