import type { QueryContext } from '@rettidig/event-sourcing';
import { evolve } from '@rettidig/event-sourcing';
import { metadata } from '@rettidig/event-sourcing/testing';
import { organisationDecider } from '@rettidig/organisation';
import { PEOPLE, referenceOf, UNITS } from '../testing/town.js';
import { contextAsOf, namingOf } from './naming.js';
import type { NameReference } from './naming.js';

const before = referenceOf();
const renamed = {
  type: 'UnitRenamed',
  data: { unitId: UNITS.home, name: 'Et nyt navn', from: '2026-01-01' },
  meta: metadata({ recordedAt: '2026-05-01T08:00:00.000Z' }),
};
const organisation = evolve(organisationDecider, before.organisation, renamed);
const unused = (): never => {
  throw new Error('names come from the reference data alone');
};
const context: QueryContext<NameReference> = {
  now: '2026-06-01T08:00:00.000Z',
  actor: PEOPLE.manager,
  language: 'da',
  reference: { ...before, organisation },
  views: { view: unused },
  readStream: unused,
  people: unused,
  contacts: unused,
  document: unused,
  rehearsal: unused,
  works: unused,
};

const nameOf = ({ reference, language }: QueryContext<NameReference>): string =>
  namingOf(reference, language, '2026-06-01').unit(UNITS.home);

it('calls a unit as it was called when asked as of then, and as it is called now otherwise', () => {
  const then = nameOf({ ...context, reference: before });
  expect(nameOf(contextAsOf(context, '2026-04-30'))).toBe(then);
  expect(nameOf(contextAsOf(context, '2026-05-01'))).toBe('Et nyt navn');
  expect(nameOf(contextAsOf(context))).toBe('Et nyt navn');
});
