import { idOf, type DomainEvent, type ReferencePart } from '@rettidig/event-sourcing';
import { recorded } from '@rettidig/event-sourcing/testing';
import { meetingsPart } from '@rettidig/meetings';
import type { FunctionsEvent, OrganisationEvent } from '@rettidig/organisation';
import { functionsPart, organisationPart } from '@rettidig/organisation';
import { ruleBookPart } from '@rettidig/rules';
import type { OccasionAbout, ReceiverFunction, RemindersReference } from './kind.js';
import type { ReceiversKnown } from './holders.js';
import { receiversOf } from './receivers.js';

const DAY = '2026-05-04';
const FROM = '2025-01-01';
const id = (name: string): string => idOf('receivers', name);
const names = new Map<string, string>();
const person = (name: string): string => {
  names.set(id(name), name);
  return id(name);
};

const unit = (name: string, parent: string | null): OrganisationEvent => ({
  type: 'UnitEstablished',
  data: { unitId: id(name), name, parentId: parent === null ? null : id(parent), validFrom: FROM },
});
const committee = (
  name: string,
  level: 'main' | 'local',
  covers: string,
  parent: string | null,
): OrganisationEvent => ({
  type: 'CommitteeEstablished',
  data: {
    ...{ committeeId: id(name), name, level, kind: level, covers: [id(covers)], predecessors: [], validFrom: FROM },
    parentId: parent === null ? null : id(parent),
  },
});
type Kind = 'chair' | 'deputyChair' | 'secretary' | 'member';
/** A seat, with somebody in it unless nobody is named. */
const seat = (of: string, kind: Kind, holder?: string, to?: string): OrganisationEvent[] => {
  const seatId = id(`${of} ${kind}`);
  const representativeKind = { chair: 'manager', deputyChair: 'unionRepresentative', secretary: 'secretariat', member: 'employeeRepresentative' } as const; // prettier-ignore
  return [
    {
      type: 'SeatCreated',
      data: {
        ...{ seatId, committeeId: id(of), side: kind === 'chair' ? 'management' : 'employees', from: FROM },
        ...(kind === 'member' ? {} : { office: kind }),
        representativeKind: representativeKind[kind],
      },
    },
    ...(holder
      ? [{ type: 'SeatFilled' as const, data: { seatId, personId: person(holder), from: FROM, ...(to ? { to } : {}) } }]
      : []),
  ];
};
const manager = (of: string, name: string, to?: string): FunctionsEvent => ({
  type: 'UnitManagerAppointed',
  data: {
    appointmentId: id(`m ${of} ${name}`),
    unitId: id(of),
    personId: person(name),
    from: FROM,
    ...(to ? { to } : {}),
  },
});
const secretariat = (of: string | null, name: string): FunctionsEvent => ({
  type: 'SecretariatMemberAppointed',
  data: {
    appointmentId: id(`s ${name}`),
    committeeId: of === null ? null : id(of),
    personId: person(name),
    from: FROM,
  },
});
const substitute = (of: string, name: string, from = FROM, to?: string): FunctionsEvent => ({
  type: 'SubstituteNamed',
  data: {
    appointmentId: id(`v ${of} ${name}`),
    personId: person(of),
    substituteId: person(name),
    from,
    ...(to ? { to } : {}),
  },
});

const folded = <Value>(part: ReferencePart<Value>, stream: string, events: readonly DomainEvent[]): Value =>
  recorded(events.map((event) => ({ ...event, stream }))).reduce(part.evolve, part.initial);

/** An administration with two units below it, each below the other, a main and a local committee. */
function reference(
  functions: readonly FunctionsEvent[],
  seats: readonly OrganisationEvent[] = [],
  meeting: readonly DomainEvent[] = [],
): RemindersReference {
  const structure = [
    ...[unit('top', null), unit('centre', 'top'), unit('home', 'centre')],
    ...[committee('main', 'main', 'top', null), committee('local', 'local', 'home', 'main')],
  ];
  return {
    organisation: folded(organisationPart, 'organisation-administration', [...structure, ...seats]),
    ruleBook: ruleBookPart.initial,
    meetings: folded(meetingsPart, `meeting-${id('meeting')}`, meeting),
    functions: folded(functionsPart, 'functions-administration', functions),
    reminderSteps: {},
  };
}

const ofMeeting: OccasionAbout = { unitId: id('home'), committeeId: id('local') };
const local: OccasionAbout = { ...ofMeeting, changeId: id('case') };

/** Who is told, one line each: `kim: owner`, `bo: chair (for kim) instead`. */
function told(
  to: ReceiverFunction | readonly ReceiverFunction[],
  about: OccasionAbout,
  known: RemindersReference,
  more: Partial<ReceiversKnown> = {},
): string[] {
  const receivers = receiversOf(typeof to === 'string' ? [to] : to, about, known, { day: DAY, ...more });
  return receivers.map(({ personId, as, substituteFor, fallback }) => {
    const substituted = substituteFor.length > 0 ? ` (for ${substituteFor.map((one) => names.get(one)).join()})` : '';
    return `${names.get(personId)}: ${as.join()}${substituted}${fallback ? ' instead' : ''}`;
  });
}

describe('who is told', () => {
  const all = [manager('home', 'Hanne'), manager('centre', 'Carl'), secretariat(null, 'Siv')];
  const seats = [...seat('local', 'chair', 'Hanne'), ...seat('local', 'deputyChair', 'Dorte'), ...seat('local', 'member', 'Mia')]; // prettier-ignore

  it('is nobody in the place of an owner where there is no case', () => {
    const known = reference(all, seats);
    expect(told(['secretariat', 'owner'], ofMeeting, known)).toEqual(['Siv: secretariat']);
    expect(told(['secretariat', 'owner'], local, known)).toContain('Hanne: owner instead');
    // Where a municipality agreed that only the owner is told.
    expect(told('owner', ofMeeting, known)).toContain('Hanne: owner instead');
  });

  it('is whoever has the function on the day', () => {
    const known = reference(all, seats);
    const about = { ...local, ownerId: person('Olaf'), seatId: id('local member') };
    expect(told('owner', about, known)).toEqual(['Olaf: owner']);
    expect(told('unitManager', about, known)).toEqual(['Hanne: unitManager']);
    expect(told('chair', about, known)).toEqual(['Hanne: chair']);
    expect(told('deputyChair', about, known)).toEqual(['Dorte: deputyChair']);
    expect(told('members', about, known)).toEqual(['Hanne: members', 'Dorte: members', 'Mia: members']);
    expect(told('seatHolder', about, known)).toEqual(['Mia: seatHolder']);
    expect(told('secretariat', about, known)).toEqual(['Siv: secretariat']);
  });

  it('is told once, with all that they are told as', () => {
    const about = { ...local, ownerId: person('Hanne') };
    expect(told(['owner', 'chair', 'unitManager'], about, reference(all, seats))).toEqual(['Hanne: owner,chair,unitManager']); // prettier-ignore
  });

  it('is those who were told before, and nobody when nobody was', () => {
    const known = reference(all, seats);
    expect(told('toldBefore', local, known, { toldBefore: [person('Olaf')] })).toEqual(['Olaf: toldBefore']);
    expect(told('toldBefore', local, known)).toEqual([]);
  });

  it('is whoever stands above those who were told, when a step escalates', () => {
    const known = reference([...all, manager('top', 'Tove')], seats);
    const escalates = { escalates: true, toldBefore: [person('Hanne')] };
    expect(told('unitManager', local, known, escalates)).toEqual(['Carl: unitManager']);
    const twice = { escalates: true, toldBefore: [person('Hanne'), person('Carl')] };
    expect(told('unitManager', local, known, twice)).toEqual(['Tove: unitManager']);
  });
});

describe('a function that is vacant or unknown', () => {
  it('goes to the next manager up and the secretariat, and says so', () => {
    const known = reference([manager('home', 'Hanne', DAY), manager('centre', 'Carl'), secretariat(null, 'Siv')]);
    const instead = ['Carl: unitManager instead', 'Siv: unitManager instead'];
    expect(told('unitManager', local, known)).toEqual(instead);
    expect(told('owner', { ...local, ownerId: null }, known)).toEqual(['Carl: owner instead', 'Siv: owner instead']);
    expect(told('chair', local, known)).toEqual(['Carl: chair instead', 'Siv: chair instead']);
    expect(told('owner', { unitId: null, committeeId: null, ownerId: null }, known)).toEqual(['Siv: owner instead']);
  });

  it('is no reason for whoever is told for a function of their own', () => {
    const known = reference([manager('centre', 'Carl'), secretariat(null, 'Siv')]);
    expect(told(['owner', 'secretariat'], { ...local, ownerId: null }, known)).toEqual([
      'Carl: owner instead',
      'Siv: secretariat',
    ]);
  });

  it('counts whoever cannot be told as nobody', () => {
    const known = reference([manager('home', 'Hanne'), manager('centre', 'Carl'), secretariat(null, 'Siv')]);
    const unreachable = new Set([person('Hanne'), person('Carl')]);
    expect(told('unitManager', local, known, { unreachable })).toEqual(['Siv: unitManager instead']);
  });

  it('goes past a secretariat that cannot be told', () => {
    const known = reference([secretariat('local', 'Lars'), secretariat('main', 'Mads'), secretariat(null, 'Siv')]);
    const without = (...them: string[]) =>
      told('secretariat', local, known, { unreachable: new Set(them.map(person)) });
    expect(without('Lars')).toEqual(['Siv: secretariat']);
    expect(without('Lars', 'Siv')).toEqual(['Mads: secretariat']);
    expect(without('Lars', 'Siv', 'Mads')).toEqual([]);
  });

  it('of a deputy chair is told to the employee side above, too', () => {
    const known = reference([manager('home', 'Hanne'), secretariat(null, 'Siv')], seat('main', 'deputyChair', 'Gerda'));
    expect(told('deputyChair', local, known)).toEqual([
      'Gerda: deputyChair instead',
      'Hanne: deputyChair instead',
      'Siv: deputyChair instead',
    ]);
  });

  it('reaches nobody only when nobody of the secretariat is known', () => {
    expect(told(['owner', 'chair', 'members', 'secretariat'], local, reference([]))).toEqual([]);
    expect(told('owner', local, reference([secretariat('main', 'Siv')]))).toEqual(['Siv: owner instead']);
  });
});

describe('the secretariat', () => {
  it('is the committee’s own with its secretary, else that of all, else the one above', () => {
    const secretary = seat('local', 'secretary', 'Lone');
    const own = reference(
      [secretariat('local', 'Lars'), secretariat(null, 'Siv'), secretariat('main', 'Mads')],
      secretary,
    );
    expect(told('secretariat', local, own)).toEqual(['Lars: secretariat', 'Lone: secretariat']);
    const both = reference([secretariat(null, 'Siv'), secretariat('main', 'Mads')]);
    expect(told('secretariat', local, both)).toEqual(['Siv: secretariat']);
    expect(told('secretariat', local, reference([secretariat('main', 'Mads')]))).toEqual(['Mads: secretariat']);
    expect(told('secretariat', { committeeId: id('main') }, reference([secretariat('local', 'Lars')]))).toEqual(['Lars: secretariat']); // prettier-ignore
  });

  it('is that of the main committee where no committee is known', () => {
    const known = reference([secretariat('main', 'Mads'), secretariat(null, 'Siv')]);
    expect(told('secretariat', { committeeId: null, unitId: id('home') }, known)).toEqual(['Mads: secretariat']);
  });
});

describe('a substitute', () => {
  const owned = { ...local, ownerId: person('Olaf') };

  it('is told beside the person on each day of the overlap, and on no other', () => {
    const away = (from: string, to?: string) => reference([substitute('Olaf', 'Vera', from, to)]);
    const both = ['Olaf: owner', 'Vera: owner (for Olaf)'];
    expect(told('owner', owned, away(DAY))).toEqual(both);
    expect(told('owner', owned, away(FROM, '2026-05-05'))).toEqual(both);
    expect(told('owner', owned, away(FROM, DAY))).toEqual(['Olaf: owner']);
    expect(told('owner', owned, away('2026-05-05'))).toEqual(['Olaf: owner']);
  });

  it('is not substituted again', () => {
    const known = reference([substitute('Olaf', 'Vera'), substitute('Vera', 'Bo')]);
    expect(told('owner', owned, known)).toEqual(['Olaf: owner', 'Vera: owner (for Olaf)']);
  });

  it('is enough when the person cannot be told', () => {
    const known = reference([substitute('Olaf', 'Vera'), secretariat(null, 'Siv')]);
    expect(told('owner', owned, known, { unreachable: new Set([person('Olaf')]) })).toEqual(['Vera: owner (for Olaf)']);
  });
});

describe('a meeting', () => {
  const called = (on: string): DomainEvent => ({
    type: 'MeetingScheduled',
    data: { committeeId: id('local'), on, extraordinary: false },
  });
  const about = { meetingId: id('meeting') };
  const member = seat('local', 'member', 'Mia', '2026-06-01');

  it('is told to those who sit in the committee on its day', () => {
    expect(told('members', about, reference([], member, [called('2026-05-20')]))).toEqual(['Mia: members']);
    const after = reference([secretariat(null, 'Siv')], member, [called('2026-06-20')]);
    expect(told('members', about, after)).toEqual(['Siv: members instead']);
  });

  const seatId = id('local member');
  const deputy = (name: string | null): DomainEvent => ({
    type: 'DeputyCalled',
    data: { seatId, personId: name === null ? null : person(name) },
  });
  const invited = (...events: readonly DomainEvent[]) =>
    told('members', about, reference([], member, [called('2026-05-20'), ...events]));

  it('is told to the deputies called for it, beside those whose seats they act in', () => {
    expect(invited(deputy('Pia'))).toEqual(['Mia: members', 'Pia: members']);
    const moved: DomainEvent = { type: 'MeetingMoved', data: { from: '2026-05-20', to: '2026-05-27', reason: 'r' } };
    expect(invited(deputy('Pia'), moved)).toEqual(['Mia: members', 'Pia: members']);
  });

  it('is told to nobody whose call was taken back or went to somebody else', () => {
    expect(invited(deputy('Pia'), deputy('Bo'))).toEqual(['Mia: members', 'Bo: members']);
    expect(invited(deputy('Pia'), deputy(null))).toEqual(['Mia: members']);
  });

  it('is told once to a deputy who got a seat of their own since', () => {
    const own = [...seat('local', 'chair', 'Pia'), ...member];
    const known = reference([], own, [called('2026-05-20'), deputy('Pia')]);
    expect(told('members', about, known)).toEqual(['Pia: members', 'Mia: members']);
  });
});
