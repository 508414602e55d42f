import type { Text } from '@rettidig/event-sourcing';
import type { KindText, Said } from './texts.types.js';

const text = (da: string, en: string): Text => ({ da, en });
const said = (subject: Text, lead: Text): Said => ({ subject, lead });

const lowered = (da: string, en: string): Said =>
  said(
    text(
      'Sag {number}: kravet om drøftelse i {committee} blev ændret {day}',
      'Case {number}: what {committee} is owed was changed {day}',
    ),
    text(`Sag {number} ({kind}, {unit}) ${da} {day}.`, `Case {number} ({kind}, {unit}) ${en} {day}.`),
  );

const withdrawn = lowered('blev trukket tilbage', 'was withdrawn');

/** Kinds that follow from acts that lower a duty, and from who disagrees with them. */
export const textsOfDuties = {
  dutyLowered: {
    name: text('et krav om drøftelse blev ændret', 'what MED is owed was changed'),
    ...withdrawn,
    variants: {
      notMedRelevant: lowered(
        'blev vurderet til ikke at skulle drøftes i {committee}',
        'was assessed as nothing for {committee} to discuss',
      ),
      facts: lowered(
        'skal efter ændrede oplysninger ikke længere drøftes i {committee}. Oplysningerne blev ændret',
        'need no longer be discussed in {committee} by changed facts. They were changed',
      ),
      override: lowered(
        'fik en anden vurdering end reglernes for {committee}',
        'was given another assessment for {committee} than that of the rules',
      ),
      withdrawal: withdrawn,
      takenOffAgenda: lowered('blev taget af dagsordenen i {committee}', 'was taken off the agenda of {committee}'),
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
        'Case {number}: disagreement about review in {committee}, raised {day}',
      ),
      text(
        'Der er uenighed om, hvorvidt sag {number} ({kind}, {unit}) skal drøftes i MED. Uenigheden blev rejst {day}.',
        'There is disagreement about whether case {number} ({kind}, {unit}) must go to MED. It was raised {day}.',
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
