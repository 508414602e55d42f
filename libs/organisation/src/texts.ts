import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** What the refusals of this slice say, by code. */
export const organisationRefusals: Readonly<Record<string, Text>> = {
  'organisation.unit-unknown': text('Enheden {unitId} findes ikke.', 'There is no unit {unitId}.'),
  'organisation.unit-not-there': text(
    'Enheden {unitId} findes ikke den {on}. Den findes fra den {from}; nedlagt: {until}.',
    'Unit {unitId} does not exist on {on}. It exists from {from}; closed: {until}.',
  ),
  'organisation.unit-closed': text(
    'Enheden {unitId} er allerede nedlagt den {on}.',
    'Unit {unitId} was already closed on {on}.',
  ),
  'organisation.unit-has-units': text(
    'Enheden har stadig enheder under sig den {on}: {units}. Flyt eller nedlæg dem først.',
    'The unit still has units below it on {on}: {units}. Move or close them first.',
  ),
  'organisation.unit-succeeds-itself': text(
    'En enhed kan ikke overtage efter sig selv.',
    'A unit cannot take over from itself.',
  ),
  'organisation.unit-below-itself': text(
    'Enheden {unitId} ville komme til at ligge under sig selv den {on}.',
    'Unit {unitId} would stand below itself on {on}.',
  ),
  'organisation.unit-named-twice': text('Den samme enhed er nævnt to gange.', 'The same unit is named twice.'),
  'organisation.already-there': text('{id} findes allerede.', '{id} is there already.'),
  'organisation.import-out-of-order': text(
    'Del {number} af strukturimporten mangler. Importér filen igen.',
    'Part {number} of the structure import is missing. Import the file again.',
  ),
  'organisation.ends-before-it-starts': text(
    'Slutdatoen {to} skal ligge efter startdatoen {from}.',
    'The end {to} must lie after the start {from}.',
  ),
  'organisation.committee-unknown': text(
    'MED-udvalget {committeeId} findes ikke.',
    'There is no committee {committeeId}.',
  ),
  'organisation.committee-not-there': text(
    'MED-udvalget {committeeId} findes ikke den {on}. Det findes fra den {from}; ophører: {until}.',
    'Committee {committeeId} does not exist on {on}. It exists from {from}; ends: {until}.',
  ),
  'organisation.committee-dissolved': text(
    'MED-udvalget {committeeId} er allerede nedlagt den {on}.',
    'Committee {committeeId} was already dissolved on {on}.',
  ),
  'organisation.committee-ended': text(
    'MED-udvalget {committeeId} ophører allerede den {on}.',
    'Committee {committeeId} already ends on {on}.',
  ),
  'organisation.kind-not-at-level': text(
    'Et udvalg af typen {kind} kan ikke ligge på niveauet {level}. Muligt: {allowed}.',
    'A committee of kind {kind} cannot stand at level {level}. Possible: {allowed}.',
  ),
  'organisation.main-committee-exists': text(
    '{committee} er allerede HovedMED fra den {from}; til: {until}. Nedlæg det først.',
    '{committee} is the main committee from {from}; until: {until}. Dissolve it first.',
  ),
  'organisation.main-level-always-in-force': text(
    'HovedMED er altid i kraft og skal være blandt niveauerne.',
    'The main level is always in force and must be among the levels.',
  ),
  'organisation.seat-unknown': text('Pladsen {seatId} findes ikke.', 'There is no seat {seatId}.'),
  'organisation.seat-not-there': text(
    'Pladsen findes først fra den {from}, så den kan ikke besættes fra den {on}.',
    'The seat exists from {from}, so it cannot be filled from {on}.',
  ),
  'organisation.seat-taken': text(
    'Pladsen er allerede besat fra den {from}; til: {until}. Registrér først, at den bliver ledig.',
    'The seat is already held from {from}; until: {until}. Vacate it first.',
  ),
  'organisation.seat-vacant': text(
    'Ingen har pladsen den {on} eller senere.',
    'Nobody holds the seat on {on} or later.',
  ),
  'organisation.office-of-other-side': text(
    'Formanden kommer fra ledelsessiden og næstformanden fra medarbejdersiden.',
    'The chair comes from the management side, the deputy chair from the employee side.',
  ),
  'organisation.chair-exists': text(
    'MED-udvalget har allerede en formandsplads. Besæt den i stedet.',
    'The committee already has a seat for its chair. Fill that one instead.',
  ),
  'organisation.unit-above-not-there': text(
    'Enheden {unit} ville fra den {on} ligge under {above}, som ikke findes den dag. Vælg en anden enhed, eller ret {above} først.',
    'Unit {unit} would stand below {above} on {on}, which does not exist then. Choose another unit, or correct {above} first.',
  ),
  'organisation.told-already': text(
    'For {subject} er der allerede registreret noget, der gælder fra den {on}. Var det forkert, så ret det.',
    'Something that holds from {on} is already recorded for {subject}. If it was wrong, correct it.',
  ),
  'organisation.committee-left-without-units': text(
    'MED-udvalget {committee} ville fra den {on} ingen enheder dække: {units} er nedlagt, og ingen har overtaget. Nedlæg udvalget den dag, ændr, hvad det dækker, eller skriv, hvem der overtager.',
    'Committee {committee} would cover no unit from {on}: {units} closed, and nobody took over. Dissolve the committee on that day, change what it covers, or say who takes over.',
  ),
  'organisation.committee-covers-later': text(
    'MED-udvalget {committee} skal dække {unit} fra den {from}, men enheden ville være nedlagt fra den {on}. Ret det ene af de to.',
    'Committee {committee} is to cover {unit} from {from}, but the unit would be closed from {on}. Correct one of the two.',
  ),
  'organisation.predecessor-not-earlier': text(
    'MED-udvalget {committee} begynder den {from} og kan ikke være afløst af et, der begynder den {on}.',
    'Committee {committee} begins on {from} and cannot have been followed by one that begins on {on}.',
  ),
  'organisation.period-overlaps': text(
    'Der er allerede en overgangsperiode fra den {from}; til: {until}. Ret dens slutdato først.',
    'There is already a transition period from {from}; until: {until}. Correct its end first.',
  ),
  'organisation.confirmed-already': text(
    'Det er allerede bekræftet fra den {from}; til: {until}.',
    'It is already confirmed from {from}; until: {until}.',
  ),
  'organisation.local-committee-there': text(
    'Enheden er dækket af {committee} den {on}, så den har et LokalMED.',
    'The unit is covered by {committee} on {on}, so it has a local committee.',
  ),
  'organisation.not-transitional': text(
    'Kun et OvergangslokalMED kræver en aftale; udvalget er af typen {kind}.',
    'Only a transitional local committee needs an agreement; the committee is of kind {kind}.',
  ),
  'organisation.agreed-already': text(
    'Der er allerede en aftale fra den {from}; til: {until}.',
    'There is already an agreement from {from}; until: {until}.',
  ),
  'organisation.nothing-to-correct': text(
    'Der er ikke registreret noget, der passer til {what} {id} fra den {from}.',
    'Nothing is recorded that fits {what} {id} from {from}.',
  ),
  'organisation.correction-misfit': text(
    'Ved {what} kan der kun rettes: {fields}. At det aldrig var sådan, kan kun siges om det, intet andet hviler på.',
    'Of {what} only this can be corrected: {fields}. That it never was so can only be said where nothing else rests on it.',
  ),
  'organisation.correction-changes-nothing': text(
    'Det er allerede registreret sådan. Skriv, hvad der er anderledes.',
    'That is how it is recorded already. Say what is different.',
  ),
  'organisation.first-day-missing': text(
    'Så ville der mangle noget om {id} fra den {on}. Ret den første dag i stedet.',
    'Then something would be missing about {id} from {on}. Correct the first day instead.',
  ),
  'organisation.group-unknown': text('Arbejdsgruppen findes ikke.', 'There is no such working group.'),
  'organisation.group-of-two': text(
    'En arbejdsgruppe er nedsat af et udvalg eller af ledelsen af en enhed. Vælg én af dem.',
    'A working group is set up by a committee or by the management of a unit. Choose one of them.',
  ),
  'organisation.group-closed': text(
    'Arbejdsgruppen er allerede nedlagt fra den {on}.',
    'The working group was already closed from {on}.',
  ),
  'organisation.group-not-there': text(
    'Arbejdsgruppen findes fra den {from}; ophører: {until}. Vælg en dag i den tid.',
    'The working group exists from {from}; ends: {until}. Choose a day within that time.',
  ),
  'organisation.group-member-already': text(
    'Personen er allerede i gruppen fra den {from}; til: {until}. Registrér først, at personen er gået ud.',
    'The person is in the group already from {from}; until: {until}. Record first that the person left.',
  ),
  'organisation.group-member-unknown': text(
    'Personen er ikke i gruppen den {on} eller senere.',
    'The person is not in the group on {on} or later.',
  ),
  'organisation.appointed-already': text(
    'Det støder sammen med en udpegning fra den {from}; til: {until}. Din er fra den {newFrom}; til: {newUntil}. Registrér først, hvornår udpegning {appointmentId} ophører.',
    'This collides with an appointment from {from}; until: {until}. Yours is from {newFrom}; until: {newUntil}. Record first when appointment {appointmentId} ends.',
  ),
  'organisation.appointment-unknown': text(
    'Udpegningen {appointmentId} findes ikke.',
    'There is no appointment {appointmentId}.',
  ),
  'organisation.appointment-in-error': text(
    'Udpegningen {appointmentId} var registreret ved en fejl. Registrér det, der er rigtigt, som en ny.',
    'Appointment {appointmentId} was recorded in error. Record what is right as a new one.',
  ),
  'organisation.appointment-over': text(
    'Udpegningen ophører allerede den {until}, før den {on}. Registrér en ny fra den dag.',
    'The appointment ends on {until} already, before {on}. Record a new one from that day.',
  ),
  'organisation.substitute-of-oneself': text(
    'Ingen kan være stedfortræder for sig selv.',
    'Nobody can stand in for themselves.',
  ),
};
