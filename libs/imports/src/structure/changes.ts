import type { Language, Text } from '@rettidig/event-sourcing';
import type { History, ImportedFact } from '@rettidig/organisation';
import { dayInWords } from '@rettidig/vocabulary';
import type { PrivateStep } from './planned.js';

const text = (da: string, en: string): Text => ({ da, en });

/** Kinds of change that a structure file can make. */
export type ChangeKind = ImportedFact['type'] | 'PersonNamed' | 'SeatLabelled';

/** What each kind is called when it is counted. */
export const changeKinds: Readonly<Record<ChangeKind, Text>> = {
  UnitEstablished: text('enheder oprettes', 'units established'),
  UnitRenamed: text('enheder får nyt navn', 'units renamed'),
  UnitMoved: text('enheder flyttes', 'units moved'),
  UnitClosed: text('enheder nedlægges', 'units closed'),
  CommitteeEstablished: text('MED-udvalg oprettes', 'committees established'),
  CommitteeCoverageChanged: text('MED-udvalg dækker andre enheder', 'committees cover other units'),
  CommitteeDissolved: text('MED-udvalg nedlægges', 'committees dissolved'),
  TransitionPeriodDeclared: text('overgangsperioder', 'transition periods'),
  SeatCreated: text('pladser oprettes', 'seats created'),
  SeatFilled: text('pladser besættes', 'seats filled'),
  SeatVacated: text('pladser bliver ledige', 'seats vacated'),
  PersonNamed: text('navne gemmes uden for loggen', 'names kept outside the log'),
  SeatLabelled: text('betegnelser gemmes uden for loggen', 'labels kept outside the log'),
};

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

const told: Told = {
  UnitEstablished: ({ unitId, name, parentId, validFrom }, called) =>
    text(
      `Enheden ${called(unitId) || name} oprettes under ${called(parentId)} fra ${on(validFrom)}.`,
      `Unit ${called(unitId) || name} is established below ${called(parentId)} from ${validFrom}.`,
    ),
  UnitRenamed: ({ unitId, name, from }, called) =>
    text(
      `Enheden ${called(unitId)} hedder ${name} fra ${on(from)}.`,
      `Unit ${called(unitId)} is called ${name} from ${from}.`,
    ),
  UnitMoved: ({ unitId, parentId, from }, called) =>
    text(
      `Enheden ${called(unitId)} flyttes til ${called(parentId)} fra ${on(from)}.`,
      `Unit ${called(unitId)} is moved to ${called(parentId)} from ${from}.`,
    ),
  UnitClosed: ({ unitId, on: day, successors }, called) =>
    text(
      `Enheden ${called(unitId)} findes ikke længere fra ${on(day)}${successors.length > 0 ? `; ${list(successors, called)} tager over` : ''}.`,
      `Unit ${called(unitId)} no longer exists from ${day}${successors.length > 0 ? `; ${list(successors, called)} takes over` : ''}.`,
    ),
  CommitteeEstablished: ({ committeeId, covers, validFrom, validTo }, called) =>
    text(
      `MED-udvalget ${called(committeeId)} oprettes fra ${on(validFrom)}${validTo ? ` og findes ikke længere fra ${on(validTo)}` : ''}; det dækker ${list(covers, called)}.`,
      `Committee ${called(committeeId)} is established from ${validFrom}${validTo ? ` and no longer exists from ${validTo}` : ''}; it covers ${list(covers, called)}.`,
    ),
  CommitteeCoverageChanged: ({ committeeId, covers, from }, called) =>
    text(
      `MED-udvalget ${called(committeeId)} dækker ${list(covers, called)} fra ${on(from)}.`,
      `Committee ${called(committeeId)} covers ${list(covers, called)} from ${from}.`,
    ),
  CommitteeDissolved: ({ committeeId, on: day }, called) =>
    text(
      `MED-udvalget ${called(committeeId)} findes ikke længere fra ${on(day)}.`,
      `Committee ${called(committeeId)} no longer exists from ${day}.`,
    ),
  TransitionPeriodDeclared: ({ from }) =>
    text(`En overgangsperiode begynder ${on(from)}.`, `A transition period begins on ${from}.`),
  SeatCreated: ({ seatId, committeeId, from }, called) =>
    text(
      `Plads ${called(seatId)} i ${called(committeeId)} oprettes fra ${on(from)}.`,
      `Seat ${called(seatId)} of ${called(committeeId)} is created from ${from}.`,
    ),
  SeatFilled: ({ seatId, personId, from, to }, called) =>
    text(
      `Plads ${called(seatId)} besættes af ${called(personId)} fra ${on(from)}${to ? ` og ikke længere fra ${on(to)}` : ''}.`,
      `Seat ${called(seatId)} is filled by ${called(personId)} from ${from}${to ? ` and no longer from ${to}` : ''}.`,
    ),
  SeatVacated: ({ seatId, on: day }, called) =>
    text(`Plads ${called(seatId)} bliver ledig fra ${on(day)}.`, `Seat ${called(seatId)} is vacant from ${day}.`),
};

/** A fact in words. */
export const factInWords = ({ type, data }: ImportedFact, called: NameOf, language: Language): string =>
  (told[type] as (data: object, called: NameOf) => Text)(data, called)[language];

/** What is kept outside the log, in words. */
export function keptInWords(step: PrivateStep, called: NameOf): { readonly kind: ChangeKind; readonly sentence: Text } {
  if ('namePerson' in step) {
    const { name } = step.namePerson;
    return { kind: 'PersonNamed', sentence: text(`Navnet ${name} gemmes.`, `The name ${name} is kept.`) };
  }
  const { seatId, label } = step.labelSeat;
  const sentence = text(`Plads ${called(seatId)} står for ${label}.`, `Seat ${called(seatId)} stands for ${label}.`);
  return { kind: 'SeatLabelled', sentence };
}
