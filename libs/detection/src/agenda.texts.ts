import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** The refusals about political agendas by code, with details in braces. */
export const politicalAgendaRefusals = {
  'political-agenda.unknown': text(
    'Den politiske dagsorden findes ikke. Indlæs den først.',
    'There is no such political agenda. Import it first.',
  ),
  'political-agenda.item-unknown': text(
    'Punktet findes ikke på den politiske dagsorden.',
    'There is no such item on the political agenda.',
  ),
  'political-agenda.not-linked': text(
    'Punktet er ikke koblet til sagen af nogen. Er numrene ens, hører de sammen, så længe numrene er det.',
    'Nobody linked the item to the case. Where the numbers agree they belong together for as long as the numbers do.',
  ),
  'political-agenda.period-ends-before-it-starts': text(
    'Perioden slutter, før den begynder.',
    'The period ends before it starts.',
  ),
} satisfies Readonly<Record<string, Text>>;
