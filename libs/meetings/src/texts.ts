import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** The refusals of this slice by code, with details in braces. */
export const meetingRefusals = {
  'meeting.unknown': text('Mødet findes ikke.', 'There is no such meeting.'),
  'meeting.committee-unknown': text(
    'MED-udvalget findes ikke. Opret det i strukturen, før du indkalder til møde.',
    'There is no such committee. Establish it in the structure before scheduling a meeting.',
  ),
  'meeting.ends-before-it-starts': text(
    'Mødet slutter {endsAt}, før det begynder {startsAt}.',
    'The meeting ends at {endsAt}, before it starts at {startsAt}.',
  ),
  'meeting.not-scheduled': text(
    'Kun et møde, der er indkaldt og ikke afholdt eller aflyst, kan flyttes eller aflyses.',
    'Only a meeting that is scheduled, and neither held nor cancelled, can be moved or cancelled.',
  ),
  'meeting.same-day': text(
    'Mødet er allerede indkaldt til {day}. Angiv en anden dag eller et andet klokkeslæt.',
    'The meeting is already called for {day}. Give another day or another hour.',
  ),
  'meeting.cancelled': text(
    'Mødet er aflyst. Indkald et nyt møde i stedet.',
    'The meeting was cancelled. Schedule a new one instead.',
  ),
  'meeting.minutes-approved': text(
    'Referatet er godkendt af både formand og næstformand, så mødets oplysninger ligger fast. Skriv rettelsen i referatet fra næste møde.',
    'The minutes were approved by both chair and deputy chair, so the record of the meeting is closed. Put the correction into the minutes of the next meeting.',
  ),
  'meeting.not-held': text(
    'Mødet er ikke registreret som afholdt. Registrér først, hvornår det blev holdt, og hvem der deltog.',
    'The meeting is not recorded as held. First record when it was held and who came.',
  ),
  'meeting.number-taken': text(
    'Dagsordenen har allerede et punkt {number}. Numre genbruges ikke, heller ikke fra punkter, der er taget af.',
    'The agenda already has an item {number}. Numbers are not used twice, nor are those of withdrawn items.',
  ),
  'meeting.standing-item-with-cases': text(
    'Et fast punkt handler ikke om bestemte sager. Opret et almindeligt punkt til sagerne.',
    'A standing item is about no particular case. Add an ordinary item for the cases.',
  ),
  'meeting.case-treated-elsewhere': text(
    'Sagen {caseId} er punkt {number} den {on} i et andet MED-udvalg ({committeeId}), og en sag behandles ét sted på hvert stadie. Angiv et andet stadie, tag den af dér, eller skriv, hvorfor den skal behandles igen.',
    'Case {caseId} is item {number} on {on} in another committee ({committeeId}), and a case is treated in one place at each stage. State another stage, take it off there, or say why it is treated again.',
  ),
  'meeting.case-discussed-at-this-stage': text(
    'Sagen {caseId} blev drøftet her som punkt {number} den {on} på samme stadie ({stage}). Angiv et andet stadie, eller skriv, hvorfor den skal drøftes igen.',
    'Case {caseId} was discussed here as item {number} on {on} at the same stage ({stage}). State another stage, or say why it is discussed again.',
  ),
  'meeting.item-unknown': text('Punktet findes ikke på dagsordenen.', 'There is no such item on the agenda.'),
  'meeting.item-withdrawn': text('Punkt {number} er taget af dagsordenen.', 'Item {number} was taken off the agenda.'),
  'meeting.item-discussed': text(
    'Punkt {number} er behandlet på mødet og kan ikke tages af dagsordenen.',
    'Item {number} was handled at the meeting and cannot be taken off the agenda.',
  ),
  'meeting.item-already-discussed': text(
    'Behandlingen af punkt {number} er allerede registreret.',
    'How item {number} was handled is already recorded.',
  ),
  'meeting.held-in-the-future': text(
    'Et møde kan først registreres som afholdt på dagen. {day} ligger i fremtiden.',
    'A meeting can be recorded as held from that day on. {day} lies in the future.',
  ),
  'meeting.held-on-is-used': text(
    'Der er registreret punkter som behandlet den {heldOn}. Mødedagen kan derfor ikke rettes; deltagerne kan.',
    'Items are recorded as handled on {heldOn}. The day can therefore not be corrected; who came can.',
  ),
  'meeting.seat-not-of-committee': text(
    'Mindst én plads hører ikke til MED-udvalget den dag.',
    'At least one seat does not belong to the committee on that day.',
  ),
  'meeting.seat-twice': text(
    'En plads kan kun have én oplysning om medlemmet og én om suppleanten.',
    'A seat can have only one entry for its holder and one for a deputy.',
  ),
  'meeting.seats-forgotten': text(
    '{count} pladser mangler. Skriv for hver plads, om medlemmet var til stede, havde meldt afbud eller var fraværende.',
    '{count} seats are missing. Say for each whether its holder was present, excused or absent.',
  ),
  'meeting.seat-has-no-holder': text(
    'Pladsen var ubesat den dag og kan kun stå som ubesat, eventuelt med en suppleant.',
    'Nobody held the seat on that day: it can only be vacant, possibly with a deputy in it.',
  ),
  'meeting.seat-has-a-holder': text(
    'Pladsen havde et medlem den dag og kan ikke stå som ubesat.',
    'The seat had a holder on that day and cannot be vacant.',
  ),
  'meeting.not-the-holder': text(
    'Personen var ikke medlem på pladsen den dag. Registrér vedkommende som suppleant, eller ret pladsen i strukturen.',
    'That person did not hold the seat on that day. Record them as a deputy, or correct the seat in the structure.',
  ),
  'meeting.deputy-unnamed': text('Angiv, hvem suppleanten var.', 'Say who the deputy was.'),
  'meeting.deputy-not-present': text(
    'En suppleant registreres kun, når vedkommende var til stede.',
    'A deputy is recorded only when present.',
  ),
  'meeting.deputy-beside-holder': text(
    'Medlemmet var selv til stede, så en suppleant kan ikke sidde på pladsen.',
    'The holder was present, so a deputy cannot sit in the seat.',
  ),
  'meeting.deputy-twice': text(
    'Suppleanten er allerede til stede på en anden plads.',
    'The deputy is already present in another seat.',
  ),
  'meeting.deputy-called-too-late': text(
    'Mødet den {on} er holdt eller forbi. Skriv suppleanten på, når du registrerer, hvem der deltog.',
    'The meeting on {on} was held or is over. Name the deputy when you record who came.',
  ),
  'meeting.deputy-for-no-seat': text(
    'Udvalget har ingen medlemsplads med det id den {on}. Vælg en af pladserne, som udvalget har den dag.',
    'The committee has no seat of a member with that id on {on}. Choose one of the seats that it has on that day.',
  ),
  'meeting.deputy-is-the-holder': text(
    'Personen har selv pladsen den {on}. Indkald en anden som suppleant.',
    'That person holds the seat on {on}. Call somebody else as a deputy.',
  ),
  'meeting.deputy-is-a-member': text(
    'Personen er selv medlem den {on} og deltager på sin egen plads. Indkald en anden som suppleant.',
    'That person is a member on {on} and comes in a seat of their own. Call somebody else as a deputy.',
  ),
  'meeting.deputy-called-for-another-seat': text(
    'Personen er indkaldt som suppleant på en anden plads ({seatId}). Tag den indkaldelse tilbage først, eller indkald en anden.',
    'That person is called as a deputy for another seat ({seatId}). Take that call back first, or call somebody else.',
  ),
  'meeting.deputy-already-called': text(
    'Personen er allerede indkaldt som suppleant på pladsen. Indkald en anden, eller tag indkaldelsen tilbage.',
    'That person is already called as a deputy for the seat. Call somebody else, or take the call back.',
  ),
  'meeting.deputy-not-called': text(
    'Ingen suppleant er indkaldt på pladsen, så der er ingen indkaldelse at tage tilbage.',
    'No deputy is called for the seat, so there is no call to take back.',
  ),
  'meeting.follow-up-due-unclear': text(
    'Angiv én frist: en dato, næste møde eller ikke oplyst.',
    'Give one due date: a day, the next meeting, or not stated.',
  ),
  'meeting.follow-up-nothing-stated': text(
    'Angiv, hvem der følger op, eller hvornår.',
    'Say who does the follow-up, or by when.',
  ),
  'meeting.case-not-on-item': text(
    'Mindst én sag hører ikke til punkt {number}.',
    'At least one case does not belong to item {number}.',
  ),
  'meeting.follow-up-unknown': text('Opfølgningen findes ikke.', 'There is no such follow-up.'),
  'meeting.follow-up-already-done': text(
    'Opfølgningen er allerede registreret som udført den {doneOn}.',
    'The follow-up is already recorded as done on {doneOn}.',
  ),
  'meeting.follow-up-done-in-the-future': text(
    'En opfølgning kan ikke være udført i fremtiden ({day}).',
    'A follow-up cannot be done in the future ({day}).',
  ),
  'meeting.approved-before-held': text(
    'Referatet kan ikke være godkendt den {day}: mødet blev holdt den {heldOn}.',
    'The minutes cannot be approved on {day}: the meeting was held on {heldOn}.',
  ),
  'meeting.approved-in-the-future': text(
    'Referatet kan ikke være godkendt i fremtiden ({day}).',
    'The minutes cannot be approved in the future ({day}).',
  ),
  'meeting.only-chairs-approve': text(
    'Kun den, der var formand eller næstformand for udvalget den {day}, kan godkende referatet.',
    'Only whoever was chair or deputy chair of the committee on {day} can approve the minutes.',
  ),
  'meeting.already-approved': text(
    'Du har allerede godkendt referatet, eller posten har. Den anden af de to mangler.',
    'You or your office already approved the minutes. The other of the two is missing.',
  ),
  'meeting.waived-after-the-meeting': text(
    'En frist kan kun fraviges inden mødet. Mødet er den {heldOn}, og fravigelsen er dateret {day}.',
    'A deadline can only be waived before the meeting. The meeting is on {heldOn}, and the waiver is dated {day}.',
  ),
  'meeting.waived-in-the-future': text(
    'En fravigelse kan ikke være aftalt i fremtiden ({day}).',
    'A waiver cannot have been agreed in the future ({day}).',
  ),
  'meeting.only-chairs-waive': text(
    'Kun den, der var formand eller næstformand for udvalget den {day}, kan fravige en frist.',
    'Only whoever was chair or deputy chair of the committee on {day} can waive a deadline.',
  ),
  'meeting.already-waived': text(
    'Du har allerede fraveget fristen, eller posten har. Den anden af de to mangler.',
    'You or your office already waived the deadline. The other of the two is missing.',
  ),
  'meeting.period-ends-before-it-starts': text(
    'Perioden slutter {to}, før den begynder {from}.',
    'The period ends on {to}, before it starts on {from}.',
  ),
  'meeting.discussed-in-the-future': text(
    'Arbejdsgruppen kan ikke have drøftet noget den {day}; den dag er ikke kommet. Skriv dagen for drøftelsen.',
    'The working group cannot have talked about anything on {day}; that day has not come. Give the day of the talk.',
  ),
  'meeting.discussed-nothing': text(
    'Skriv, hvilken sag eller hvilke emner arbejdsgruppen drøftede.',
    'Say which case or which topics the working group talked about.',
  ),
  'meeting.topic-unknown': text(
    'Regelsættet kender ikke emnet. Muligt: {allowed}.',
    'The rule set does not know the topic. Possible: {allowed}.',
  ),
} satisfies Readonly<Record<string, Text>>;
