import type { EventOf, RecordedEvent, Text } from '@rettidig/event-sourcing';
import type { PossibleMissEvent } from './possible-miss.events.js';

const text = (da: string, en: string): Text => ({ da, en });

type History = {
  readonly [Type in PossibleMissEvent['type']]: (data: EventOf<PossibleMissEvent, Type>['data']) => Text;
};

const officeDa = { chair: 'Formanden', deputyChair: 'Næstformanden' } as const;
const officeEn = { chair: 'The chair', deputyChair: 'The deputy chair' } as const;

/** A word that gave several hits is named once, as it was written first. */
function eachOnce(words: readonly string[]): string[] {
  const lower = words.map((word) => word.toLocaleLowerCase('da'));
  return words.filter((_word, at) => lower.indexOf(lower[at]!) === at);
}

/** Every event as a sentence. Complete by type. None of them claims that something was missed. */
const history: History = {
  PossibleMissReported: ({ title }) => text(`Blev indberettet: »${title}«`, `Was reported: "${title}"`),
  UnregisteredChangeSuspected: ({ title, hits }) => {
    const words = eachOnce(hits.map(({ word }) => word)).join(', ');
    return text(
      `Et punkt på en politisk dagsorden ligner en ændring uden sag: »${title}«. Ordene: ${words}.`,
      `An item of a political agenda reads like a change without a case: "${title}". The words: ${words}.`,
    );
  },
  PossibleMissConfirmed: ({ hasDuty = true }) =>
    hasDuty
      ? text('Blev til en sag.', 'Became a case.')
      : text(
          'Blev registreret som en sag uden MED-pligt. Den bliver på listen, til formand og næstformand afgør det.',
          'Was registered as a case without a MED duty. It stays on the list until chair and deputy chair settle it.',
        ),
  ConfirmedCaseReassessed: ({ hasDuty }) =>
    hasDuty
      ? text('Sagen har nu en MED-pligt.', 'The case has a MED duty now.')
      : text(
          'Sagen mistede sin MED-pligt uden MED-behandling. Spørgsmålet er tilbage på listen.',
          'The case lost its MED duty without a review. The question is back on the list.',
        ),
  PossibleMissDismissed: ({ office, byBoth, reason }) =>
    text(
      `${officeDa[office]} lagde den til side${byBoth ? ', og så har begge gjort det' : ''}: ${reason}`,
      `${officeEn[office]} dismissed it${byBoth ? ', and so both have' : ''}: ${reason}`,
    ),
  PossibleMissReopened: ({ cause }) =>
    cause === 'recheck'
      ? text('Kom tilbage på listen, da nogen så på den igen.', 'Came back when somebody looked at it again.')
      : text('Kom tilbage på listen: punktet fik en ny ordlyd.', 'Came back: the item got another wording.'),
  DismissalRechecked: ({ drawing, stands, reason }) =>
    text(
      `${drawing ? `Udtrukket i ${drawing} og set` : 'Set'} på igen: ${stands ? 'bliver liggende' : 'skal vurderes på ny'}. ${reason}`,
      `${drawing ? `Drawn in ${drawing} and looked` : 'Looked'} at again: ${stands ? 'it stands' : 'to be assessed anew'}. ${reason}`,
    ),
};

/** One event as a sentence; a type that this version does not know by its name. */
export function sentenceOf({ type, data }: RecordedEvent<PossibleMissEvent>): Text {
  const tell = history[type] as ((data: object) => Text) | undefined;
  return tell ? tell(data) : text(type, type);
}
