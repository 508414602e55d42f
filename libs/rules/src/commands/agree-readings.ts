import { impossible, Refused } from '@rettidig/event-sourcing';
import { One, SourceOfFact } from '@rettidig/vocabulary';
import { kindsOf } from '../facts.js';
import { ReadingsFields } from '../readings.fields.js';
import { ruleSetOn } from '../rule-book.js';
import { plain, ruleBookCommand } from './rule-book-command.js';

/** Politicians treat cases of a kind so many times, from a day on (A17). With one reading there is no second chance. */
class AgreeReadings extends ReadingsFields {
  @One(() => SourceOfFact, { description: 'Where the agreement stands.', optional: true })
  source?: SourceOfFact;
}

export const agreeReadings = ruleBookCommand({
  name: 'AgreeReadings',
  message: AgreeReadings,
  path: '/readings',
  summary: {
    da: 'Registrér, hvor mange gange et politisk udvalg behandler en slags sager',
    en: 'Agree on how often a political body treats a kind of case',
  },
  refusals: ['rules.kind-unknown', 'rules.readings-taken'],
  decide: (ruleBook, message) => {
    const agreed = plain(message);
    const { kind, body, version, effectiveFrom } = agreed;
    const ruleSet = ruleSetOn(ruleBook, effectiveFrom);
    const allowed = kindsOf(ruleSet);
    if (!allowed.includes(kind)) throw impossible('rules.kind-unknown', { version: ruleSet.version, allowed });
    const theirs = ruleBook.readings.filter(({ value }) => value.kind === kind && value.body === body);
    if (theirs.some(({ value }) => value.version === version)) throw new Refused('rules.readings-taken', { version });
    return [{ type: 'ReadingsAgreed', data: agreed }];
  },
});
