import type { Text } from '@rettidig/event-sourcing';
import type { KindText, Said } from './texts.types.js';

const text = (da: string, en: string): Text => ({ da, en });
const said = (subject: Text, lead: Text): Said => ({ subject, lead });

/** How a review was missed, by its cause: after `Sag 2026-0143 (…)`. */
const how = {
  decidedBeforeMed: text(
    'blev besluttet, uden at der er dokumentation for en forudgående drøftelse i {committee}',
    'was decided without a documented prior discussion in {committee}',
  ),
  startedBeforeMed: text(
    'blev sat i gang, uden at der er dokumentation for en forudgående drøftelse i {committee}',
    'was started without a documented prior discussion in {committee}',
  ),
  wrongCommittee: text(
    'blev drøftet i et andet MED-udvalg og ikke i {committee}',
    'was discussed in another MED committee and not in {committee}',
  ),
  briefingOnly: text(
    'blev kun givet som orientering i {committee} og ikke drøftet',
    'was only given to {committee} as a briefing and not discussed',
  ),
};

/** The same of every cause, under one subject. */
function ofCauses(subject: Text): Said & Required<Pick<KindText, 'variants'>> {
  const saidOf = ({ da, en }: Text): Said =>
    said(
      subject,
      text(
        `Sag {number} ({kind}, {unit}) ${da}. Det blev registreret {day}.`,
        `Case {number} ({kind}, {unit}) ${en}. That was recorded on {day}.`,
      ),
    );
  const { decidedBeforeMed, ...others } = how;
  const variants = Object.fromEntries(Object.entries(others).map(([cause, one]) => [cause, saidOf(one)]));
  return { ...saidOf(decidedBeforeMed), variants };
}

/** Kinds that follow from misses in the register. */
export const textsOfMisses = {
  missed: {
    name: text('årsag og svar mangler', 'cause and answer are missing'),
    ...ofCauses(
      text(
        'Sag {number}: skriv årsag og svar på den manglende drøftelse i {committee}, registreret {day}',
        'Case {number}: give the cause of the missed review in {committee} and an answer, recorded on {day}',
      ),
    ),
    todo: text(
      'Skriv på sagen, hvad der var årsagen, og hvad der bliver gjort.',
      'Write on the case what the cause was and what is being done about it.',
    ),
    dayLabel: text('Registreret', 'Recorded'),
    page: 'case',
  },
  missUnanswered: {
    name: text('ingen har skrevet årsag eller svar', 'nobody has given a cause or an answer'),
    ...ofCauses(
      text(
        'Sag {number}: følg op på den manglende drøftelse i {committee}, registreret {day}',
        'Case {number}: follow up the missed review in {committee}, recorded on {day}',
      ),
    ),
    todo: text(
      'Ingen har skrevet årsag eller svar endnu. Følg op, så begge dele kommer på sagen.',
      'Nobody has given a cause or an answer yet. Follow up, so that both stand on the case.',
    ),
    dayLabel: text('Registreret', 'Recorded'),
    page: 'case',
  },
  missRecorded: {
    name: text('en manglende drøftelse er registreret', 'a missed review was recorded'),
    ...ofCauses(
      text(
        'Sag {number}: manglende drøftelse i {committee}, registreret {day}',
        'Case {number}: a missed review in {committee}, recorded on {day}',
      ),
    ),
    todo: text(
      'Årsag og svar skrives på sagen, hvor begge sider kan følge med og skrive.',
      'Cause and answer are written on the case, where both sides can follow and write.',
    ),
    dayLabel: text('Registreret', 'Recorded'),
    page: 'case',
  },
  missOpen: {
    name: text('årsag og svar mangler stadig', 'cause and answer are still missing'),
    ...said(
      text(
        'Sag {number}: årsag og svar mangler stadig på den manglende drøftelse i {committee}, registreret {on}',
        'Case {number}: cause and answer are still missing for the missed review in {committee}, recorded on {on}',
      ),
      text(
        'Sag {number} ({kind}, {unit}) blev ikke drøftet i tide i {committee}. Det blev registreret {on}, og ingen har skrevet årsag eller svar på sagen.',
        'Case {number} ({kind}, {unit}) was not discussed in time in {committee}. That was recorded on {on}, and nobody has given a cause or an answer.',
      ),
    ),
    todo: text(
      'Skriv årsag eller svar på sagen; så er den ikke med i den ugentlige mail igen.',
      'Write a cause or an answer on the case; it will then not be in the weekly mail again.',
    ),
    dayLabel: text('På listen fra', 'On the list from'),
    listed: {
      title: text(
        'Ikke MED-behandlet før beslutning, uden årsag eller svar',
        'Not MED-treated before decision, without cause or answer',
      ),
      line: text('{kind}, {unit}. {committee}, registreret {on}', '{kind}, {unit}. {committee}, recorded on {on}'),
    },
    page: 'case',
  },
} satisfies Readonly<Record<string, KindText>>;
