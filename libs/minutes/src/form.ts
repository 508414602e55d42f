import type { Confidence, MinutesItem } from './draft.js';
import { saysWithoutCommittee } from './remarks.js';
import type { Sentence } from './sentences.js';
import type { WarningCode } from './warnings.js';

const NOTHING =
  /^(?:[-–]|ingen(?:ting)?|intet|nej|der (?:var|er|blev|fremkom) (?:intet|ingen|ikke (?:givet|sagt|noget|nogen|nogle)).{0,80}|ikke noget.{0,40}|intet (?:at bemærke|under|til|nyt).{0,60}|ingen (?:bemærkninger|meddelelser|punkter|emner|kommentarer).{0,60})\.?$/iu;
const REMARK =
  /(?<![\p{L}])(?:bemærke[rd]\p{L}*|spørge[rs]|spurgte|svare[rd]\p{L}*|kommentere[rd]\p{L}*|tilføje[rd]\p{L}*|men(?:er|te)|understrege[rd]\p{L}*|udtrykte|udtrykker|pegede på|peger på|supplere[rd]\p{L}*|kvittere[rd]\p{L}*|efterlys\p{L}*|opfordre[rd]\p{L}*)(?![\p{L}])/iu;
const DISCUSSED = /(?<![\p{L}])(?:drøfte[rt]|drøftede|drøftelse(?:n|r|rne)?)(?![\p{L}])/iu;
/** A talk that was not held here: not, not yet, elsewhere, before, or as what is asked for. */
const NOT_HERE =
  /(?<![\p{L}])(?:ikke|ingen|aldrig|uden|indstil\p{L}*|skal|skulle|vil|bør|burde|kan|kunne|ønske[rsd]?\p{L}*|inden|før|tidligere|til drøftelse|tager? en drøftelse|næste|kommende)(?![\p{L}])|(?:på|til) (?:\p{L}+mødet|møde[tr]? (?:i|den|d\.) )|drøftet (?:i|på|med|af) (?!\p{L}*MED(?![\p{L}]))|drøftet .{0,30}sidst/iu;
/** It says in so many words that the committee discussed the item. */
const OURS =
  /(?<![\p{L}])(?:(?:\p{L}*MED(?:-?udvalget)?|HMU|LMU|udvalget|vi) drøftede|\p{L}+(?:en|et|ne) (?:blev|er) (?:\p{L}+ )?drøftet(?! (?:i|på|med|af) ))(?![\p{L}])/iu;

const BRIEFING =
  /(?<![\p{L}])(?:orientere[rd]\p{L}*|orienteringen|orientering om|til orientering|taget til efterretning|tog \p{L}+ til efterretning|gav en (?:kort )?status|blev præsenteret|gennemgik)(?![\p{L}])/iu;
const ORIENTS =
  /(?<![\p{L}])(?:orientere[rd]\p{L}*|orienteringen|orientering om|til orientering|til efterretning)(?![\p{L}])/iu;
/** A title that announces a briefing: `Orientering om …`, `Til orientering: …`, `… (O)`, `… - orientering`. */
const BRIEFING_TITLE =
  /\((?:O|[Oo]rientering)\)|[Tt]il orientering|[Oo]rientering om|^[Oo]rientering|^ORIENTERING|[-–:]\s*[Oo]rientering/u;
const ANNOUNCEMENTS = /meddelelse|orientering|nyt fra|siden sidst|bordet rundt/iu;

const LATER = '(?:til |på )(?:det |et )?(?:næste|kommende|næstkommende|senere|førstkommende)(?![\\p{L}])|næste gang';
/** The item itself was taken off or put off. */
const PUT_OFF =
  /^(?:udgår|udgik|udsat|udsættes|udskudt|udskydes|aflyst|bortfalder)(?![\p{L}])|(?<![\p{L}])(?:punktet|punkt \d+|sagen|drøftelsen|behandlingen|dette punkt) (?:\p{L}+ ){0,2}?(?:udgår|udgik|udsat|udsættes|udskudt|udskydes|blev taget af|tages af dagsordenen|trækkes|blev trukket|bortfalder|nås ikke|blev ikke nået)(?![\p{L}])/iu;
const PUT_OFF_TITLE = /[(–:-]\s*(?:udgår|udsat|udskudt|udsættes|udskydes)(?![\p{L}])/iu;
/** Words that put it off where nothing else was said of it. */
const LOOKS_PUT_OFF = new RegExp(
  `(?<![\\p{L}])(?:udgår|udsat|udskudt|udsættes|udskydes|(?:drøftes|behandles|tages op|kommer på|sættes på)(?: \\p{L}+){0,3}? (?:${LATER}))(?![\\p{L}])`,
  'iu',
);

export interface FormRead extends Pick<MinutesItem, 'form' | 'formConfidence'> {
  /** What somebody should look at. */
  readonly warning?: WarningCode;
}

export interface ItemTold {
  readonly title: string;
  readonly standing: boolean;
  readonly told: readonly Sentence[];
  /** Whether it has a joint summary, or a table of demands. */
  readonly summary: boolean;
  readonly demands: boolean;
}

const likely = (form: MinutesItem['form']): FormRead => ({ form, formConfidence: 'likely' });
const notStated = (formConfidence: Confidence, warning: WarningCode): FormRead => ({
  form: 'notStated',
  formConfidence,
  warning,
});

/**
 * How an item was handled. A discussion can end a duty, so one is read only where the words of the minutes show it and
 * nothing speaks against it: a briefing, an item put off and a protest that it never came here are none.
 */
export function formOf({ title, standing, told, summary, demands }: ItemTold): FormRead {
  const texts = told.map(({ text }) => text);
  if (summary) return likely('jointSummary');
  if (saysNothing(texts)) return likely('nothingSaid');
  if (demands) return likely('discussion');
  if (PUT_OFF_TITLE.test(title) || texts.some((text) => PUT_OFF.test(text)))
    return notStated('likely', 'minutes.item-postponed');
  const talk = texts.filter(showsTalk).length;
  if (talk > 0) return standing && ANNOUNCEMENTS.test(title) ? likely('briefing') : talked(title, texts, talk);
  return withoutTalk(title, texts);
}

const saysNothing = (texts: readonly string[]): boolean =>
  texts.length > 0 && texts.length <= 2 && texts.every((text) => NOTHING.test(text));

function withoutTalk(title: string, texts: readonly string[]): FormRead {
  const orients = texts.some((text) => ORIENTS.test(text));
  if (!orients && texts.some((text) => LOOKS_PUT_OFF.test(text))) return notStated('likely', 'minutes.item-postponed');
  const briefing = BRIEFING_TITLE.test(title) || texts.some((text) => BRIEFING.test(text));
  return likely(briefing && texts.length > 0 ? 'briefing' : 'notStated');
}

const showsTalk = (text: string): boolean =>
  !saysWithoutCommittee(text) && (REMARK.test(text) || (DISCUSSED.test(text) && !NOT_HERE.test(text)));

/** What speaks for a talk, held against what speaks for a briefing, a later meeting, or a decision made elsewhere. */
function talked(title: string, texts: readonly string[], talk: number): FormRead {
  if (texts.some((text) => OURS.test(text) && showsTalk(text))) return likely('discussion');
  const announced = BRIEFING_TITLE.test(title) || ORIENTS.test(texts[0] ?? '');
  const against = texts.filter(
    (text) => ORIENTS.test(text) || LOOKS_PUT_OFF.test(text) || saysWithoutCommittee(text),
  ).length;
  return announced || talk <= 2 * against ? notStated('guess', 'minutes.form-unclear') : likely('discussion');
}
