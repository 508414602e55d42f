import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** What can stand in the way of minutes, by code, with details in braces. */
export const minutesImportRefusals = {
  'minutes.nothing-read': text(
    'Filen ligner ikke et referat: der er hverken udvalg, mødedato eller punkter.',
    'The file does not look like minutes: there is no committee, no day of a meeting and no items.',
  ),
  'minutes.committee-to-choose': text(
    'Det kan ikke ses, hvilket udvalg der holdt mødet. Vælg det.',
    'It cannot be seen which committee met. Choose it.',
  ),
  'minutes.committee-unknown': text('MED-udvalget findes ikke.', 'There is no such committee.'),
  'minutes.another-committee': text(
    'Referatet er fra et andet udvalg end det, der er valgt ({chosen}). Bekræft, hvis det alligevel er rigtigt.',
    'The minutes are of another committee than the one chosen ({chosen}). Confirm if that is right all the same.',
  ),
  'minutes.day-to-state': text(
    'Det kan ikke ses med sikkerhed, hvilken dag mødet blev holdt. Angiv dagen.',
    'It cannot be seen for certain on which day the meeting was held. State the day.',
  ),
  'minutes.in-the-future': text(
    'Referatet er fra den {day}, og den dag er ikke kommet endnu.',
    'The minutes are of {day}, and that day has not come yet.',
  ),
  'minutes.meeting-to-choose': text(
    'Udvalget har {count} møder den {day}. Vælg mødet.',
    'The committee has {count} meetings on {day}. Choose the meeting.',
  ),
  'minutes.meeting-not-there': text(
    'Det valgte møde er ikke udvalgets møde den {day}.',
    'The chosen meeting is not the meeting of the committee on {day}.',
  ),
  'minutes.seats-outside-committee': text(
    'Pladser kan ikke oprettes fra den {from}: udvalget findes først fra den {since} eller er nedlagt. Registrér udvalget fra en tidligere dag, eller opret ingen pladser.',
    'Seats cannot be made from {from}: the committee is there from {since} only, or was dissolved. Record the committee from an earlier day, or make no seats.',
  ),
  'minutes.seats-too-late': text(
    'Nye pladser kan ikke begynde efter mødet den {day}.',
    'New seats cannot begin after the meeting on {day}.',
  ),
  'minutes.seat-not-there': text(
    'Linje {line}: den valgte plads hører ikke til udvalget den dag, eller flere linjer har den.',
    'Line {line}: the chosen seat is not one of the committee on that day, or several lines have it.',
  ),
  'minutes.attendance-not-settled': text(
    'Fremmødet kan ikke erstattes af filens, før alle linjer og pladser er afklaret.',
    'Who came cannot be replaced by what the file says before all lines and seats are settled.',
  ),
} satisfies Readonly<Record<string, Text>>;
