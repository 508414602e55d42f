import type { Language, Text } from '@rettidig/event-sourcing';
import type { ImportedFact } from '@rettidig/organisation';
import type { Words } from '@rettidig/vocabulary';
import type { PrivateStep } from './planned.js';

/** Kinds of change that a structure file can make. */
export type ChangeKind = ImportedFact['type'] | 'PersonNamed' | 'SeatLabelled' | 'ContactStated';

/** What one change of a kind is called, and several of them. */
interface Counted extends Text {
  readonly several: Text;
}

const counted = (da: string, en: string, several: Text): Counted => ({ da, en, several });
const many = (da: string, en: string): Text => ({ da, en });

const kinds: Readonly<Record<ChangeKind, Counted>> = {
  UnitEstablished: counted('enhed oprettes', 'unit established', many('enheder oprettes', 'units established')),
  UnitRenamed: counted('enhed får nyt navn', 'unit renamed', many('enheder får nyt navn', 'units renamed')),
  UnitMoved: counted('enhed flyttes', 'unit moved', many('enheder flyttes', 'units moved')),
  UnitClosed: counted('enhed nedlægges', 'unit closed', many('enheder nedlægges', 'units closed')),
  CommitteeEstablished: counted(
    'MED-udvalg oprettes',
    'committee established',
    many('MED-udvalg oprettes', 'committees established'),
  ),
  CommitteeCoverageChanged: counted(
    'MED-udvalg dækker andre enheder',
    'committee covers other units',
    many('MED-udvalg dækker andre enheder', 'committees cover other units'),
  ),
  CommitteeDissolved: counted(
    'MED-udvalg nedlægges',
    'committee dissolved',
    many('MED-udvalg nedlægges', 'committees dissolved'),
  ),
  TransitionPeriodDeclared: counted(
    'overgangsperiode',
    'transition period',
    many('overgangsperioder', 'transition periods'),
  ),
  SeatCreated: counted('plads oprettes', 'seat created', many('pladser oprettes', 'seats created')),
  SeatFilled: counted('plads besættes', 'seat filled', many('pladser besættes', 'seats filled')),
  SeatVacated: counted('plads bliver ledig', 'seat vacated', many('pladser bliver ledige', 'seats vacated')),
  PersonNamed: counted(
    'navn gemmes uden for loggen',
    'name kept outside the log',
    many('navne gemmes uden for loggen', 'names kept outside the log'),
  ),
  SeatLabelled: counted(
    'betegnelse gemmes uden for loggen',
    'label kept outside the log',
    many('betegnelser gemmes uden for loggen', 'labels kept outside the log'),
  ),
  ContactStated: counted(
    'mailadresse eller sprog gemmes uden for loggen',
    'mail address or language kept outside the log',
    many('mailadresser eller sprog gemmes uden for loggen', 'mail addresses or languages kept outside the log'),
  ),
};

/** What one change of each kind is called. */
export const changeKinds: Words<ChangeKind> = kinds;

/** The kind of something for the private store. */
export function kindOfKept(step: PrivateStep): ChangeKind {
  if ('namePerson' in step) return 'PersonNamed';
  return 'labelSeat' in step ? 'SeatLabelled' : 'ContactStated';
}

/** How many changes of a kind there are, in words. */
export const countInWords = (kind: ChangeKind, count: number, language: Language): string =>
  `${count} ${(count === 1 ? kinds[kind] : kinds[kind].several)[language]}`;
