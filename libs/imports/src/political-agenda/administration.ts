import type { Organisation } from '@rettidig/organisation';
import { structureOn } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/** Whether the administration that a document names can be this one: a unit at the top of the structure is called so. */
export function isOurs(written: string | null, organisation: Organisation, on: LocalDate): boolean {
  const tops = [...structureOn(organisation, on).units.values()].filter(({ parentId }) => parentId === null);
  // Without a structure, or where its top is no administration by name, there is nothing to hold it against.
  const ours = tops.map(({ name }) => plain(name)).filter((name) => name.includes('forvaltning'));
  if (written === null || ours.length === 0 || !/forvaltning/iu.test(written)) return true;
  return ours.some((name) => name.includes(plain(written)) || plain(written).includes(name));
}
