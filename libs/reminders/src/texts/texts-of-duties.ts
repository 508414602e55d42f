import type { Text } from '@rettidig/event-sourcing';
import type { KindText, Said } from './texts.types.js';

const text = (da: string, en: string): Text => ({ da, en });
const said = (subject: Text, lead: Text): Said => ({ subject, lead });

const dutyChanged = text(
  'Sag {number}: kravet om drøftelse i {committee} blev ændret {day}',
  'Case {number}: the duty to discuss it in {committee} was changed on {day}',
);

/** @param da what was done: after `Sag 2026-0143 (…)`. */
const lowered = (da: string, en: string, subject = dutyChanged): Said =>
  said(
    subject,
    text(
      `Sag {number} ({kind}, {unit}) ${da}. Det blev registreret {day}.`,
      `Case {number} ({kind}, {unit}) ${en}. That was recorded on {day}.`,
    ),
  );

const withdrawn = lowered('blev trukket tilbage', 'was withdrawn');

/** Kinds that follow from acts that lower a duty, and from who disagrees with them. */
export const textsOfDuties = {
  dutyLowered: {
    name: text('et krav om drøftelse blev ændret', 'a duty to discuss was changed'),
    ...withdrawn,
    variants: {
      notMedRelevant: lowered(
        'blev vurderet til ikke at skulle drøftes i {committee}',
        'was assessed as not having to be discussed in {committee}',
      ),
      facts: lowered(
        'skal efter ændrede oplysninger ikke længere drøftes i {committee}',
        'no longer has to be discussed in {committee}, because its facts were changed',
      ),
      override: lowered(
        'er vurderet anderledes for {committee}, end reglerne siger',
        'was assessed differently for {committee} than the rules say',
      ),
      withdrawal: withdrawn,
      takenOffAgenda: lowered(
        'blev taget af dagsordenen i {committee}',
        'was taken off the agenda of {committee}',
        text(
          'Sag {number}: taget af dagsordenen i {committee}, registreret {day}',
          'Case {number}: taken off the agenda of {committee}, recorded on {day}',
        ),
      ),
    },
    todo: text(
      'Se begrundelsen på sagen. Er du uenig, kan du gøre indsigelse dér.',
      'See the reason on the case. If you disagree, you can dispute it there.',
    ),
    dayLabel: text('Ændret', 'Changed'),
    page: 'case',
  },
  disputeOpen: {
    name: text('en uenighed er ikke afgjort', 'a disagreement is not settled'),
    ...said(
      text(
        'Sag {number}: uenighed om drøftelse i {committee}, rejst {day}',
        'Case {number}: disagreement about review in {committee}, raised on {day}',
      ),
      text(
        'Der er uenighed om, hvorvidt eller hvor sag {number} ({kind}, {unit}) skal drøftes i MED. Uenigheden blev rejst {day}.',
        'There is disagreement about whether or where case {number} ({kind}, {unit}) must be discussed in MED. It was raised on {day}.',
      ),
    ),
    todo: text(
      'Formand og næstformand afgør uenigheden sammen; begge skal registrere det på sagen.',
      'Chair and deputy chair settle it together; both must record it on the case.',
    ),
    dayLabel: text('Rejst', 'Raised'),
    page: 'case',
  },
} satisfies Readonly<Record<string, KindText>>;
