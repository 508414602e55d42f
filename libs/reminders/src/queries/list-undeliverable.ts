import type { QueryContext, QueryDefinition } from '@rettidig/event-sourcing';
import { Codes, Count, Day, Dictionary, FreeText, Id, Ids, ListOf, OneOf, Pattern, dayOf } from '@rettidig/vocabulary';
import type { Words } from '@rettidig/vocabulary';
import { dueItems } from '../due.js';
import type { DueItem } from '../due.types.js';
import type { ReceiverFunction, RemindersReference } from '../kind.js';
import { reminderKinds } from '../kinds/index.js';
import { isOutOfReach, wantedFor } from '../sending/out-of-reach.js';
import { reachable } from '../sending/reachable.js';
import { kindTexts } from '../texts/kind-texts.js';
import { receiverWords } from '../texts/receiver-words.js';
import { toldNobody, toldOf } from '../told.js';

/** Why nobody is told. */
type Obstacle = 'nobody' | 'noAddress' | 'refused';

const obstacleWords: Words<Obstacle> = {
  nobody: {
    da: 'Ingen har funktionen, og intet sekretariat er kendt. Registrér, hvem der er sekretariat.',
    en: 'Nobody has the function, and no secretariat is known. Record who is of the secretariat.',
  },
  noAddress: {
    da: 'Der mangler mailadresser. Registrér dem for de personer, der er nævnt.',
    en: 'Mail addresses are missing. Record them for the persons named.',
  },
  refused: {
    da: 'Mails til de personer, der er nævnt, kan ikke leveres. Ret deres mailadresser.',
    en: 'Mails to the persons named cannot be delivered. Correct their mail addresses.',
  },
};

class NoFilters {}

/** Something that is due and can be told to nobody. */
class UndeliverableShown {
  @OneOf(reminderKinds.map(({ name }) => name), { description: 'The kind of reminder.' })
  kind!: string;

  @FreeText({ description: 'The same in words.', max: 200 })
  kindText!: string;

  @Id({ description: 'The case; null when it is about none.', nullable: true })
  changeId!: string | null;

  @FreeText({ description: 'Its number.', example: '2026-0143', max: 50, nullable: true })
  number!: string | null;

  @Day({ description: 'The day on which it was due.' })
  dueOn!: string;

  @Codes(receiverWords, { description: 'The functions that should be told.' })
  functions!: ReceiverFunction[];

  @OneOf(obstacleWords, { description: 'Why nobody is.' })
  obstacle!: Obstacle;

  @FreeText({ description: 'The same in words, and what to do.', max: 300 })
  obstacleText!: string;

  @Ids({ description: 'Persons who would be told if an address of theirs were known, and took mails.' })
  withoutAddress!: string[];
}

class UndeliverableList {
  @ListOf(() => UndeliverableShown, { description: 'The first of them.', max: 200 })
  items!: UndeliverableShown[];

  @Count({ description: 'All of them.' })
  total!: number;

  @Dictionary({ type: 'object', additionalProperties: { type: 'integer' } }, { description: 'Counts by obstacle.' })
  facets!: Record<string, Record<string, number>>;

  @Pattern(/^[A-Za-z0-9_-]+$/, { description: 'Always null: the list has one page.', nullable: true })
  nextCursor!: string | null;
}

const MOST = 200;

/**
 * What is due at this moment and can be told to nobody. It is told as soon as there is somebody, until the day on which its
 * kind is told to nobody any more.
 */
export const listUndeliverable: QueryDefinition<NoFilters, UndeliverableList, RemindersReference> = {
  name: 'ListUndeliverableMails',
  parameters: NoFilters,
  answer: UndeliverableList,
  path: '/mails/undeliverable',
  tag: 'reminders',
  summary: { da: 'Påmindelser, som ingen kan få', en: 'Reminders that nobody can be told' },
  handle: async (_none, context) => {
    const found = await undeliverable(context);
    const counts: Record<string, number> = {};
    for (const { obstacle } of found) counts[obstacle] = (counts[obstacle] ?? 0) + 1;
    return { items: found.slice(0, MOST), total: found.length, facets: { obstacle: counts }, nextCursor: null };
  },
};

async function undeliverable(context: QueryContext<RemindersReference>): Promise<UndeliverableShown[]> {
  const { views, reference, now, contacts: contactsOf } = context;
  const due = dueItems({ views, reference, now });
  const told = toldOf(
    views,
    due.map(({ item }) => item.key),
  );
  const givenUp = ({ item }: DueItem): ReadonlySet<string> => (told.get(item.key) ?? toldNobody).givenUp;
  const today = { reference, day: dayOf(now) };
  const { found } = await reachable(
    (unreachable) => due.map((one) => wantedFor(one, today, new Set([...unreachable, ...givenUp(one)]))),
    contactsOf,
  );
  const lost = due.filter((one, at) => isOutOfReach(one, found[at]!, today));
  return lost.map((one) => {
    const wanted = wantedFor(one, today).map(({ personId }) => personId);
    const isRefused = wanted.some((personId) => givenUp(one).has(personId));
    const obstacle = wanted.length === 0 ? 'nobody' : isRefused ? 'refused' : 'noAddress';
    return shown(one, { wanted, obstacle }, context);
  });
}

function shown(
  { item, to }: DueItem,
  { wanted, obstacle }: { readonly wanted: string[]; readonly obstacle: Obstacle },
  { language }: Pick<QueryContext, 'language'>,
): UndeliverableShown {
  return {
    ...{ kind: item.kind, kindText: kindTexts[item.kind]?.name[language] ?? item.kind },
    ...{ changeId: item.about.changeId ?? null, number: item.number, dueOn: item.dueOn, functions: [...to] },
    ...{ obstacle, obstacleText: obstacleWords[obstacle][language], withoutAddress: wanted },
  };
}
