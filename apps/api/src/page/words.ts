import type { Language, Text } from '@rettidig/event-sourcing';

/** Every sentence of the page in both languages. Danish is the one that was written; English stands beside it. */
export const words = {
  title: { da: 'Rettidig – ikke MED-behandlet før beslutning', en: 'Rettidig – not MED-treated before decision' },
  skip: { da: 'Gå til indholdet', en: 'Skip to content' },
  tagline: {
    da: 'Alle ændringer gennem MED på rette niveau og i rette tid',
    en: 'Every change through MED at the right level and in time',
  },
  otherLanguage: { da: 'English', en: 'Dansk' },
  demoNotice: {
    da: 'Demo. Genfortalt efter referatet af HovedMED den 24. april 2026 med roller i stedet for navne. Organisationens opbygning, nogle enheders navne og tidspunkterne for registrering er opdigtet i demoen. Læg ingen rigtige sager ind, før der er login.',
    en: 'Demo. Retold from the minutes of the main committee of 24 April 2026, with roles instead of names. The structure, some unit names and the times of recording are constructed for the demo. Enter no real case before there is sign-in.',
  },
  emptyNotice: {
    da: 'Der er ikke registreret noget endnu. Læg ingen rigtige sager ind, før der er login.',
    en: 'Nothing has been registered yet. Enter no real case before there is sign-in.',
  },
  registerHeading: { da: 'Ikke MED-behandlet før beslutning', en: 'Not MED-treated before decision' },
  registerLead: {
    da: 'Begge sider ser den samme liste. En sag forsvinder aldrig herfra: det, der siden er sket, står på rækken.',
    en: 'Both sides see the same list. No case ever vanishes from it: what happened since stands on its row.',
  },
  total: { da: 'I alt', en: 'Total' },
  asOfLabel: { da: 'Vis, hvad der var registreret til og med', en: 'Show what was recorded up to and including' },
  asOfButton: { da: 'Vis', en: 'Show' },
  asOfNow: { da: 'Vis nu', en: 'Show now' },
  asOfNotice: { da: 'Vist som registreret til og med', en: 'Shown as recorded up to and including' },
  asOfWrong: {
    da: 'Datoen kunne ikke læses. Skriv en dato, der findes, fx 2026-04-24.',
    en: 'The date could not be read. Write a day that exists, for example 2026-04-24.',
  },
  download: { da: 'Hent listen som CSV', en: 'Download the list as CSV' },
  otherStates: { da: 'Uden for det samlede tal', en: 'Outside the total' },
  none: { da: 'Ingen.', en: 'None.' },
  caseHeading: { da: 'Sag', en: 'Case' },
  kind: { da: 'Art', en: 'Kind' },
  unit: { da: 'Enhed', en: 'Unit' },
  committee: { da: 'Rette MED-udvalg', en: 'Right committee' },
  decided: { da: 'Besluttet af og hvornår', en: 'Decided by and when' },
  cause: { da: 'Årsag', en: 'Cause' },
  found: { da: 'Fundet', en: 'Found' },
  since: { da: 'Siden da', en: 'Since then' },
  source: { da: 'Kilde', en: 'Source' },
  discussedAfter: {
    da: 'Drøftet efter beslutning (ikke MED-behandling)',
    en: 'Discussed after the decision (not MED treatment)',
  },
  acknowledged: { da: 'Beklaget af', en: 'Regretted by' },
  breachHeading: { da: 'Brud ikke rejst', en: 'Breach not raised' },
  breachOn: { da: 'sager den', en: 'cases on' },
  reservation: { da: 'Forbehold', en: 'Reservation' },
  demandsHeading: { da: 'Krav og svar', en: 'Demands and answers' },
  demand: { da: 'Medarbejdersidens krav', en: "The employee side's demand" },
  answer: { da: 'Ledersidens svar', en: "Management's answer" },
  waitingHeading: { da: 'Sager, der venter – og på hvad', en: 'Cases that wait – and for what' },
  waitsFor: { da: 'Venter på', en: 'Waits for' },
  done: { da: 'Sket', en: 'Done' },
  meetingHeading: { da: 'Mødet', en: 'The meeting' },
  present: { da: 'til stede', en: 'present' },
  excused: { da: 'afbud', en: 'excused' },
  deputiesAmong: { da: 'heraf suppleanter:', en: 'deputies among them:' },
  offTheRecord: { da: 'uden referat, med fælles opsamling', en: 'without minutes, with a joint summary' },
  itemNumber: { da: 'Punkt', en: 'Item' },
  item: { da: 'Emne', en: 'Subject' },
  form: { da: 'Behandling', en: 'Handling' },
  cases: { da: 'Sager', en: 'Cases' },
  summaryHeading: { da: 'Fælles opsamling', en: 'Joint summary' },
  employeeSide: { da: 'Medarbejdersidens bemærkninger', en: "The employee side's remarks" },
  managementSide: { da: 'Opfølgning fra ledersiden', en: 'Follow-up by management' },
  tryHeading: { da: 'Skal sagen i MED? Prøv uden at gemme', en: 'Does it go to MED? Try without saving' },
  tryLead: {
    da: 'Vælg, hvad ændringen går ud på, og hvor den rammer. Svaret viser udvalg, frist og begrundelse. Intet bliver gemt.',
    en: 'Choose what the change is and where it hits. The answer shows committee, deadline and reasons. Nothing is saved.',
  },
  tryKind: { da: 'Ændringen er', en: 'The change is' },
  tryUnit: { da: 'Enhed', en: 'Unit' },
  tryBody: { da: 'Besluttes af', en: 'Decided by' },
  tryButton: { da: 'Se svaret', en: 'See the answer' },
  tryAnswer: { da: 'Svar', en: 'Answer' },
  tryWhy: { da: 'Hvorfor', en: 'Why' },
  tryWhyNot: { da: 'Hvorfor ikke de andre', en: 'Why not the others' },
  tryAsk: { da: 'Svar, der ville ændre resultatet', en: 'Answers that would change the result' },
  choose: { da: 'Vælg', en: 'Choose' },
  actsHeading: { da: 'Handlinger, der sænker MED-pligten', en: 'Acts that lower the MED duty' },
  actsLead: {
    da: 'Vises for næstformanden med det samme: erklæret ikke MED-relevant, rettede oplysninger, flyttede datoer, tilbagetrukne sager.',
    en: 'Shown to the deputy chair at once: declared not MED-relevant, corrected facts, moved dates, withdrawn cases.',
  },
  act: { da: 'Handling', en: 'Act' },
  by: { da: 'Af', en: 'By' },
  reason: { da: 'Begrundelse', en: 'Reason' },
  when: { da: 'Hvornår', en: 'When' },
  footerApi: { da: 'API og dokumentation', en: 'API and documentation' },
  footerPrint: { da: 'Siden kan udskrives som den er.', en: 'The page prints as it is.' },
  noScript: { da: 'Siden bruger ingen script.', en: 'The page uses no script.' },
  pending: { da: 'Visningerne bygges', en: 'The views are being built' },
  notStated: { da: 'ikke oplyst', en: 'not stated' },
  registeredWith: { da: 'Registreret', en: 'Recorded' },
} satisfies Record<string, Text>;

export type Word = keyof typeof words;

/** The page's sentences in one language. */
export const wordsIn =
  (language: Language) =>
  (word: Word): string =>
    words[word][language];
