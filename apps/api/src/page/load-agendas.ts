import type { PoliticalAgendaDetail, PoliticalAgendaList } from '@rettidig/detection';
import { dayInWords } from '@rettidig/vocabulary';
import type { Asking } from './asking.js';
import { quotedWords } from './load-to-assess.js';
import type { AgendaShown } from './model.js';
import { wordsIn } from './words.js';

/** Agendas shown: those of the latest meetings. */
const MOST_AGENDAS = 3;

type Item = PoliticalAgendaDetail['items'][number];

/** The latest agendas of political bodies, each item held against the register. */
export async function loadAgendas(asking: Asking): Promise<AgendaShown[]> {
  const list = await asking.ask<PoliticalAgendaList>('ListPoliticalAgendas', { ...asking.asOf, limit: MOST_AGENDAS });
  const shown: AgendaShown[] = [];
  for (const { agendaId } of list.items) {
    const agenda = await asking.ask<PoliticalAgendaDetail>('GetPoliticalAgenda', { id: agendaId, ...asking.asOf });
    shown.push({
      id: agendaId,
      heading: `${agenda.bodyText} ${dayInWords(agenda.on)}`,
      items: agenda.items.map((item) => ({
        id: item.itemId,
        title: `${item.number}. ${item.title ?? wordsIn(asking.language)('closedItem')}`,
        standing: item.withdrawn ? [wordsIn(asking.language)('withdrawnItem'), item.standingText] : [item.standingText],
        why: whyOf(item, asking),
      })),
    });
  }
  return shown;
}

/** The cases with what MED lacks of them; else the words that read like a change, and what the rules would say. */
function whyOf({ cases, suspicion, perhaps }: Item, { language }: Asking): string[] {
  const say = wordsIn(language);
  const ofCases = cases.flatMap(({ number, title, statusText, linkedByText, missing }) => [
    `${number} ${title} (${linkedByText}): ${statusText}`,
    ...missing.map(({ text }) => text),
  ]);
  if (ofCases.length > 0) return ofCases;
  const alike = perhaps.map(({ number, title, why }) => `${say('perhapsCase')} ${number} ${title}: ${why}`);
  if (!suspicion) return alike;
  const [likeliest] = suspicion.ifItWere;
  return [
    `${say('wordsFound')}: ${quotedWords(suspicion.words)} (${suspicion.percent}\u00a0%)`,
    ...(likeliest ? [`${say('ifItWere')} “${likeliest.kindText}”:`, ...likeliest.sentences.slice(0, 1)] : []),
    ...alike,
  ];
}
