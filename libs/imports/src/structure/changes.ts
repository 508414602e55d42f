import type { Language, Text } from '@rettidig/event-sourcing';
import type { History, ImportedFact } from '@rettidig/organisation';
import { committeeKinds, offices, representativeKinds } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayInWords, plusCalendarDays, sides } from '@rettidig/vocabulary';
import type { PrivateStep } from './planned.js';
import { languageWords, levelWords } from './vocabulary.js';

const text = (da: string, en: string): Text => ({ da, en });

/** How the reader knows what an id stands for. */
export type NameOf = (id: string | null) => string;

/** Names of the file first, then those of the register and of the private store. */
export const nameOf =
  (
    names: ReadonlyMap<string, string>,
    history: History,
    people: ReadonlyMap<string, { readonly name: string }>,
  ): NameOf =>
  (id) =>
    id === null
      ? '–'
      : (names.get(id) ??
        history.units.get(id)?.names.at(-1)?.value ??
        history.committees.get(id)?.name ??
        people.get(id)?.name ??
        id);

type Told = { readonly [Type in ImportedFact['type']]: (data: DataOf<Type>, called: NameOf) => Text };
type DataOf<Type extends ImportedFact['type']> = Extract<ImportedFact, { type: Type }>['data'];

const list = (ids: readonly string[], called: NameOf): string => ids.map(called).join(', ');
const on = dayInWords;

/** The last day before a first day after: sentences name the day that people write. */
const last = (end: LocalDate): LocalDate => plusCalendarDays(end, -1);

/** The end of a period, when it has one. */
const until = (end: LocalDate | undefined): Text =>
  end === undefined ? text('', '') : text(` til og med ${on(last(end))}`, ` through ${last(end)}`);

const told: Told = {
  UnitEstablished: ({ unitId, name, parentId, validFrom }, called) => {
    const unit = called(unitId) || name;
    return parentId === null
      ? text(
          `Enheden ${unit} oprettes som øverste enhed fra ${on(validFrom)}.`,
          `Unit ${unit} is established at the top from ${validFrom}.`,
        )
      : text(
          `Enheden ${unit} oprettes under ${called(parentId)} fra ${on(validFrom)}.`,
          `Unit ${unit} is established below ${called(parentId)} from ${validFrom}.`,
        );
  },
  UnitRenamed: ({ unitId, name, from }, called) =>
    text(
      `Enheden ${called(unitId)} hedder ${name} fra ${on(from)}.`,
      `Unit ${called(unitId)} is called ${name} from ${from}.`,
    ),
  UnitMoved: ({ unitId, parentId, from }, called) =>
    parentId === null
      ? text(
          `Enheden ${called(unitId)} bliver øverste enhed fra ${on(from)}.`,
          `Unit ${called(unitId)} is at the top from ${from}.`,
        )
      : text(
          `Enheden ${called(unitId)} flyttes til ${called(parentId)} fra ${on(from)}.`,
          `Unit ${called(unitId)} is moved to ${called(parentId)} from ${from}.`,
        ),
  UnitClosed: ({ unitId, on: end, successors }, called) =>
    text(
      `Enheden ${called(unitId)} findes til og med ${on(last(end))}${successors.length > 0 ? `; ${list(successors, called)} tager over` : ''}.`,
      `Unit ${called(unitId)} exists through ${last(end)}${successors.length > 0 ? `; taken over by ${list(successors, called)}` : ''}.`,
    ),
  CommitteeEstablished: ({ committeeId, level, kind, covers, parentId, validFrom, validTo }, called) => {
    const place =
      parentId === null
        ? text('uden et udvalg over sig', 'with no committee above it')
        : text(`under ${called(parentId)}`, `below ${called(parentId)}`);
    return text(
      `MED-udvalget ${called(committeeId)} (niveau: ${levelWords[level].da}; art: ${committeeKinds[kind].da}) oprettes ${place.da} fra ${on(validFrom)}${until(validTo).da}; det dækker ${list(covers, called)}.`,
      `Committee ${called(committeeId)} (level: ${levelWords[level].en}; kind: ${committeeKinds[kind].en}) is established ${place.en} from ${validFrom}${until(validTo).en}; it covers ${list(covers, called)}.`,
    );
  },
  CommitteeCoverageChanged: ({ committeeId, covers, from }, called) =>
    text(
      `MED-udvalget ${called(committeeId)} dækker ${list(covers, called)} fra ${on(from)}.`,
      `Committee ${called(committeeId)} covers ${list(covers, called)} from ${from}.`,
    ),
  CommitteeDissolved: ({ committeeId, on: end }, called) =>
    text(
      `MED-udvalget ${called(committeeId)} findes til og med ${on(last(end))}.`,
      `Committee ${called(committeeId)} exists through ${last(end)}.`,
    ),
  TransitionPeriodDeclared: ({ from }) =>
    text(`En overgangsperiode begynder ${on(from)}.`, `A transition period begins on ${from}.`),
  SeatCreated: ({ seatId, committeeId, side, office, representativeKind, from }, called) => {
    const what = (language: Language): string =>
      [sides[side], ...(office ? [offices[office]] : []), representativeKinds[representativeKind]]
        .map((words) => words[language])
        .join(', ');
    return text(
      `Plads ${called(seatId)} i ${called(committeeId)} oprettes fra ${on(from)}: ${what('da')}.`,
      `Seat ${called(seatId)} of ${called(committeeId)} is created from ${from}: ${what('en')}.`,
    );
  },
  SeatFilled: ({ seatId, personId, from, to }, called) =>
    text(
      `Plads ${called(seatId)} besættes af ${called(personId)} fra ${on(from)}${until(to).da}.`,
      `Seat ${called(seatId)} is filled by ${called(personId)} from ${from}${until(to).en}.`,
    ),
  SeatVacated: ({ seatId, on: end }, called) =>
    text(
      `Plads ${called(seatId)} er besat til og med ${on(last(end))} og derefter ledig.`,
      `Seat ${called(seatId)} is filled through ${last(end)} and vacant afterwards.`,
    ),
};

/** A fact in words. */
export const factInWords = ({ type, data }: ImportedFact, called: NameOf, language: Language): string =>
  (told[type] as (data: object, called: NameOf) => Text)(data, called)[language];

/** Something kept outside the log, in words. */
export function keptInWords(step: PrivateStep, called: NameOf): Text {
  if ('namePerson' in step) {
    const { name } = step.namePerson;
    return text(`Navnet ${name} gemmes.`, `The name ${name} is kept.`);
  }
  if ('labelSeat' in step) {
    const { seatId, label } = step.labelSeat;
    return text(`Plads ${called(seatId)} står for ${label}.`, `Seat ${called(seatId)} stands for ${label}.`);
  }
  const { personId, change } = step.keepContact;
  const [address, language] = [change.address, change.language && languageWords[change.language]];
  return text(
    `${called(personId)} får mails${address ? ` på ${address}` : ''}${language ? ` på ${language.da}` : ''}.`,
    `${called(personId)} gets mails${address ? ` at ${address}` : ''}${language ? ` in ${language.en}` : ''}.`,
  );
}
