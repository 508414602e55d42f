import { COMMITTEE } from './committee-word.js';
import type { Notes } from './notes.js';
import type { Sentence } from './sentences.js';

const DONE = '(?:drøftet|behandlet|forelagt|inddraget|hørt|orienteret|spurgt|involveret|taget op|bragt op)';
const FEW = '(?:[\\p{L}-]+ ){0,4}?';
/** Words for the talk itself: `MED-behandling`, `MED-drøftelsen`. */
const TREATMENT = '(?<![\\p{L}])MED-?(?:behandling|drøftelse|inddragelse|involvering|høring)(?:e?n|er)?(?![\\p{L}])';

/** It was decided or begun without the committee, or before it. Capitals count: `med` is another word than `MED`. */
const WITHOUT_COMMITTEE = [
  `[Uu]den\\s?om ${FEW}${COMMITTEE}`,
  `[Uu]den ${FEW}(?:${COMMITTEE}|${TREATMENT})`,
  `(?:[Ii]nden|[Ff]ør|[Ff]orud for) (?:at )?(?:${COMMITTEE}|${TREATMENT})`,
  `[Ii]kke ${FEW}(?:været|${DONE}) ${FEW}(?:i|på|for|med|af) ${COMMITTEE}`,
  `[Ii]kke ${FEW}MED-?(?:behandlet|drøftet|inddraget|hørt)`,
  `${COMMITTEE} ${FEW}ikke ${FEW}${DONE}(?![\\p{L}])`,
  `[Ii]kke ${FEW}(?:inddraget|hørt|spurgt|orienteret|involveret) ${COMMITTEE}`,
  `(?:burde|skulle) ${FEW}været ${FEW}(?:MED-?(?:behandlet|drøftet)|${DONE} ${FEW}(?:i|på|for|med) ${COMMITTEE})`,
].map((pattern) => new RegExp(`(?<![\\p{L}])(?:${pattern})`, 'u'));

/** `…, inden sagen kom på HovedMED`: only where something was done before. */
const BEFORE_IT_CAME = new RegExp(
  `(?:[Ii]nden|[Ff]ør) ${FEW}(?:i|på|for|til) ${COMMITTEE}|(?:[Ii]nden|[Ff]ør) MED-?mødet`,
  'u',
);
const DECIDED =
  /(?<![\p{L}])(?:beslutte(?:t|de)|beslutningen|truffet|vedtaget|iværksat|igangsat|begyndt|startet|meldt ud|udmeldt|gennemført|opslået|ansat|underskrevet|effektueret|trådt i kraft|sket)(?![\p{L}])/iu;

/** Whether a sentence says that something was decided or begun without the committee or before it. */
export const saysWithoutCommittee = (text: string): boolean =>
  WITHOUT_COMMITTEE.some((pattern) => pattern.test(text)) || (BEFORE_IT_CAME.test(text) && DECIDED.test(text));

const DEMANDS =
  /(?<![\p{L}])(?:kræver|krævede|kræves af|forlanger|forlangte|stiller (?:\p{L}+ ){0,2}krav|stillede (?:\p{L}+ ){0,2}krav|har (?:\p{L}+ ){0,2}krav om)(?![\p{L}])/iu;
const EMPLOYEES =
  /(?<![\p{L}])(?:(?:medarbejder|personale|b-|organisations)side(?:n|ns)?|medarbejderne|medarbejderrepræsentant\p{L}*|personalet|(?:fælles)?tillidsrepræsentant\p{L}*|arbejdsmiljørepræsentant\p{L}*|næst(?:formand|forperson)\p{L}*|F?TR|AMR|baglandet)(?![\p{L}])/iu;

/** What somebody must look at in running text: a demand outside a table (E1), a decision before the committee. */
export function remarkOn(told: readonly Sentence[], inRows: readonly Sentence[], number: number, notes: Notes): void {
  for (const { text, line } of [...told, ...inRows])
    if (saysWithoutCommittee(text)) notes.warn('minutes.decided-before-med', line, { number });
  for (const { text, line } of told)
    if (DEMANDS.test(text) && EMPLOYEES.test(text)) notes.warn('minutes.demand-in-text', line, { number });
}
