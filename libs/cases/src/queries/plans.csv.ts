import type { CsvColumn, Language } from '@rettidig/event-sourcing';
import type { StepName } from '@rettidig/planning';
import { column, dayInCsv, notStated } from '@rettidig/vocabulary';
import type { PlanListItem } from './list-plans.answer.js';

/** Days are `24-04-2026` in both languages: what spreadsheets in Denmark take for a date. */
export const planColumns: readonly CsvColumn[] = [
  column('number', 'Sagsnummer', 'Case number'),
  column('title', 'Sag', 'Case'),
  column('kind', 'Art', 'Kind'),
  column('unit', 'Enhed', 'Unit'),
  column('committee', 'MED-udvalg', 'Committee'),
  column('duty', 'Pligt', 'Duty'),
  column('health', 'Status', 'Health'),
  column('reviewBefore', 'Skal drøftes før', 'To be discussed before'),
  column('meetingOn', 'Møde', 'Meeting'),
  column('lastUsableOn', 'Sidste møde, der kan nås', 'Last usable meeting'),
  column('itemIn', 'Punkt meldt ind', 'Item in'),
  column('papersOut', 'Materiale ude', 'Papers out'),
  column('recommendation', 'Indstilling sendt', 'Recommendation sent'),
  column('atRiskFrom', 'I risiko fra', 'At risk from'),
  column('pastFrom', 'For sent fra', 'Too late from'),
];

/** One plan as cells. A deadline that nobody agreed on is written as such; what does not apply is empty. */
export function planCsvRow(item: Omit<PlanListItem, 'ownerName'>, language: Language): Record<string, string> {
  const day = (on: string | null): string => (on === null ? '' : dayInCsv(on));
  const stepDay = (name: StepName): string => {
    const step = item.steps.find((one) => one.step === name);
    return step ? (step.on === null ? step.ruleText : dayInCsv(step.on)) : '';
  };
  return {
    number: item.number,
    title: item.title,
    kind: item.kindText,
    unit: item.unitName,
    committee: item.committeeName,
    duty: `${item.roleText} ${item.beforeText}`,
    health: item.healthText,
    reviewBefore: item.reviewBefore === null ? notStated[language] : dayInCsv(item.reviewBefore),
    meetingOn: day(item.meetingOn),
    lastUsableOn: day(item.lastUsableOn),
    itemIn: stepDay('itemIn'),
    papersOut: stepDay('papersOut'),
    recommendation: stepDay('recommendation'),
    atRiskFrom: day(item.atRiskFrom),
    pastFrom: day(item.pastFrom),
  };
}
