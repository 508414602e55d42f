import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** Why a command on a case was refused, and what its caller can do about it. */
export const changeRefusals: Readonly<Record<string, Text>> = {
  'change.unknown': text('Sagen findes ikke.', 'There is no such case.'),
  'change.withdrawn': text(
    'Sagen er trukket tilbage. Blev ændringen alligevel besluttet eller sat i gang, så registrér det; det kan altid lade sig gøre.',
    'The case was withdrawn. If the change was decided or started all the same, record that; it is always possible.',
  ),
  'change.already-decided': text(
    'Ændringen er besluttet eller sat i gang. Derefter kan pligten til MED-behandling ikke længere lempes. Er beslutningen registreret forkert, kan sekretariatet rette den.',
    'The change is decided or started. After that the duty of a MED review can no longer be lowered. If the decision was recorded wrongly, the secretariat can correct it.',
  ),
  'change.already-missed': text(
    'Sagen er besluttet uden MED-behandling. Det bliver stående og kan ikke fjernes ved at erklære sagen uden for MED. Er beslutningen registreret forkert, kan sekretariatet rette den.',
    'The case was decided without a MED review. That stands and cannot be removed by declaring it no MED case. If the decision was recorded wrongly, the secretariat can correct it.',
  ),
  'change.already-declared': text(
    'Det er allerede erklæret, at sagen ikke skal i MED.',
    'It was already declared that this is no MED case.',
  ),
  'change.answers-missing': text(
    'Det kan ikke erklæres, at sagen ikke skal i MED, før disse spørgsmål er besvaret: {ask}.',
    'It cannot be declared that this is no MED case before these questions are answered: {ask}.',
  ),
  'change.nothing-corrected': text(
    'Der er ingen oplysninger at rette. Angiv mindst én.',
    'There is nothing to correct. Give at least one fact.',
  ),
  'change.in-the-future': text(
    '{day} ligger i fremtiden. Kun det, der er sket, kan registreres; planlagte datoer hører til på et beslutningspunkt.',
    '{day} lies in the future. Only what has happened can be recorded; planned dates belong to a decision point.',
  ),
  'change.unit-unknown': text('Enheden {unitId} findes ikke.', 'There is no unit {unitId}.'),
  'change.committee-unknown': text('MED-udvalget {committeeId} findes ikke.', 'There is no committee {committeeId}.'),
  'change.point-unknown': text('Beslutningspunktet findes ikke på sagen.', 'The case has no such decision point.'),
  'change.point-past': text(
    'Beslutningen er registreret, eller indstillingen er sendt, så den planlagte dato kan ikke flyttes. Er beslutningen registreret forkert, kan sekretariatet rette den.',
    'The decision is recorded, or the recommendation was sent, so its planned date cannot move. If the decision was recorded wrongly, the secretariat can correct it.',
  ),
  'change.point-unclear': text(
    'Der er planlagt flere beslutninger i det organ. Sig med pointId, hvilken af dem der er udsat.',
    'Several decisions of that body are planned. Say with pointId which of them was postponed.',
  ),
  'change.not-postponed-to': text(
    'En beslutning kan kun udsættes til {day}, når udfaldet er “udsat”, og dagen ligger efter den, den blev udsat på. Ret dagen eller udfaldet, eller udelad dagen.',
    'A decision can be put off to {day} only when its outcome is “postponed” and the day lies after the one on which it was put off. Correct the day or the outcome, or leave the day out.',
  ),
  'change.decision-unknown': text('Beslutningen findes ikke på sagen.', 'The case has no such decision.'),
  'change.meeting-unknown': text('Mødet {meetingId} findes ikke.', 'There is no meeting {meetingId}.'),
  'change.meeting-of-another-committee': text(
    'Mødet {meetingId} er ikke holdt af det MED-udvalg. Vælg et af udvalgets egne møder, eller udelad mødet.',
    'Meeting {meetingId} is not one of that committee. Choose one of its own, or leave the meeting out.',
  ),
  'change.meeting-not-held': text(
    'Mødet er ikke registreret som afholdt. Registrér først, hvem der deltog.',
    'The meeting is not recorded as held. Record the attendance first.',
  ),
  'change.item-unknown': text(
    'Punktet findes ikke på mødets dagsorden.',
    'The agenda of the meeting has no such item.',
  ),
  'change.not-on-item': text(
    'Sagen er ikke på punkt {number}. En MED-behandling kan kun registreres på et punkt, som sagen er sat på.',
    'The case is not on item {number}. A review can only be recorded on an item that the case was put on.',
  ),
  'change.held-on-differs': text(
    'Mødet blev holdt {heldOn}. En MED-behandling har samme dato som mødet.',
    'The meeting was held on {heldOn}. A review has the date of its meeting.',
  ),
  'change.item-not-discussed': text(
    'Det er ikke registreret på mødet, at punkt {number} blev behandlet. Registrér det først dér.',
    'The meeting has no record that item {number} was handled. Record that first.',
  ),
  'change.form-differs': text(
    'Punkt {number} var en orientering ifølge mødet. En orientering er ikke en MED-behandling.',
    'Item {number} was a briefing by the record of the meeting. A briefing is not a MED review.',
  ),
  'change.review-already-recorded': text(
    'Behandlingen på dette punkt er allerede registreret på sagen.',
    'What happened at this item is already recorded on the case.',
  ),
  'change.review-missing': text(
    'Der mangler MED-behandling før indstillingen. Sagen kan gå videre alligevel, hvis en navngiven person giver en begrundelse; det bliver synligt i registeret.',
    'A MED review is missing before the recommendation. It can go on all the same when a named person gives a reason; the register will show it.',
  ),
  'change.not-declared': text(
    'Der står ingen erklæring om, at sagen ikke skal i MED, så der er ikke noget at se igen på.',
    'No declaration stands that it is no MED case, so there is nothing to look at again.',
  ),
  'change.dispute-open': text(
    'Der er allerede en indsigelse, som ikke er afsluttet.',
    'There is a dispute already that is not settled.',
  ),
  'change.dispute-unknown': text('Indsigelsen findes ikke på sagen.', 'The case has no such dispute.'),
  'change.dispute-settled': text('Indsigelsen er afsluttet.', 'The dispute is settled.'),
  'change.not-a-chair': text(
    'En indsigelse afsluttes af formanden og næstformanden i fællesskab.',
    'A dispute is settled by the chair and the deputy chair together.',
  ),
  'change.settlement-differs': text(
    'Formand og næstformand er ikke enige: den anden har svaret »{said}«. Indsigelsen er først afsluttet, når begge siger det samme.',
    'Chair and deputy chair do not agree: the other one said "{said}". The dispute is settled when both say the same.',
  ),
  'change.one-person-twice': text(
    'Den samme person kan ikke afslutte en indsigelse som både formand og næstformand.',
    'One person cannot settle a dispute as both chair and deputy chair.',
  ),
  'change.side-missing': text(
    'Angiv, om det er ledelsessiden eller medarbejdersiden, der udtaler sig.',
    'Say whether it is the management side or the employee side that speaks.',
  ),
  'change.not-your-side': text(
    'Man kan kun udtale sig for sin egen side. Sekretariatet kan skrive begge siders ord ind fra et referat.',
    'One speaks for one’s own side only. The secretariat can enter the words of both sides from minutes.',
  ),
  'change.version-already-filed': text(
    'Version {version} er allerede registreret. Giv den nye version et andet nummer, for eksempel {version}.1.',
    'Version {version} is filed already. Give the new one another number, such as {version}.1.',
  ),
  'change.version-not-filed': text(
    'Version {version} er ikke registreret på sagen. Registrér den først. Registrerede versioner: {filed}.',
    'Version {version} is not filed on the case. File it first. Filed versions: {filed}.',
  ),
  'change.dispatch-unknown': text(
    'Udsendelsen findes ikke på sagen. Sagens udsendelser står under materialet.',
    'The case has no such dispatch. Its dispatches stand under its papers.',
  ),
  'change.not-discussed-yet': text(
    'Sagen er ikke drøftet endnu. Ret oplysningerne, eller registrér en ny version af materialet, i stedet.',
    'The case was not discussed yet. Correct its facts, or file a new version of the papers, instead.',
  ),
  'change.alteration-unknown': text(
    'Ændringen findes ikke på sagen. Ændringer efter drøftelsen står på sagen.',
    'The case has no such change. Changes after the review stand on the case.',
  ),
  'change.alteration-settled': text(
    'Formand og næstformand har allerede aftalt, at drøftelsen stadig gælder.',
    'Chair and deputy chair have already agreed that the review still holds.',
  ),
  'change.chairs-agree': text(
    'Det er formanden og næstformanden, der i fællesskab aftaler, at en ny drøftelse ikke er nødvendig.',
    'It is the chair and the deputy chair who together agree that no new review is needed.',
  ),
  'change.one-person-agrees': text(
    'Den samme person kan ikke aftale det som både formand og næstformand.',
    'One person cannot agree to it as both chair and deputy chair.',
  ),
  'change.linked-to-itself': text(
    'En sag kan ikke knyttes til sig selv. Angiv den anden sag.',
    'A case cannot be linked to itself. Name the other case.',
  ),
  'change.not-missed': text(
    'Sagen har ingen manglende MED-behandling, som dette kan gælde.',
    'The case has no missed review that this could be about.',
  ),
};
