import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** The refusals about possible misses by code, with details in braces. */
export const possibleMissRefusals = {
  'possibleMiss.unknown': text('Der er intet at vurdere med det id.', 'There is nothing to assess by that id.'),
  'possibleMiss.unit-unknown': text('Enheden findes ikke.', 'There is no such unit.'),
  'possibleMiss.meeting-unknown': text('Mødet findes ikke.', 'There is no such meeting.'),
  'possibleMiss.item-unknown': text(
    'Punktet findes ikke på mødets dagsorden. Angiv også mødet.',
    'There is no such item on the agenda of the meeting. Name the meeting too.',
  ),
  'possibleMiss.confirmed': text(
    'Den er allerede blevet til en sag. Ret sagens oplysninger, eller registrér en ny sag, der henviser til den.',
    'It has become a case already. Correct the facts of the case, or register a new case that refers to it.',
  ),
  'possibleMiss.dismissed': text(
    'Den er lagt til side af formand og næstformand. Indberet den igen, eller se på den igen.',
    'It was dismissed by chair and deputy chair. Report it again, or look at it again.',
  ),
  'possibleMiss.not-dismissed': text(
    'Den er ikke lagt til side; der er intet at se på igen.',
    'It is not dismissed; there is nothing to look at again.',
  ),
  'possibleMiss.not-a-chair': text(
    'Kun formanden og næstformanden for hovedudvalget kan lægge den til side, og kun sammen.',
    'Only the chair and the deputy chair of the main committee can dismiss it, and only together.',
  ),
  'possibleMiss.one-person-twice': text(
    'Du har allerede sagt det i et andet hverv. To hverv på én hånd er ikke to personer.',
    'You have said so in another office. Two offices in one hand are not two people.',
  ),
  'possibleMiss.not-drawn': text(
    'Den er ikke udtrukket i {drawing}. Den kan udtrækkes i {quarter}.',
    'It was not drawn in {drawing}. It can be drawn in {quarter}.',
  ),
  'possibleMiss.drawing-missing': text(
    'Angiv kvartalet, den er udtrukket i. Kun næstformanden kan lægge den tilbage på listen uden.',
    'Name the quarter in which it was drawn. Only the deputy chair can bring it back without.',
  ),
  'possibleMiss.drawing-in-the-future': text(
    'Kvartalet {drawing} er ikke begyndt endnu.',
    'The quarter {drawing} has not begun yet.',
  ),
  'possibleMiss.period-ends-before-it-starts': text(
    'Perioden slutter, før den begynder.',
    'The period ends before it starts.',
  ),
} satisfies Readonly<Record<string, Text>>;
