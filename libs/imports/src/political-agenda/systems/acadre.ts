import type { FieldMap } from '../field-map.js';

/**
 * Acadre, nested tables with fields. Verified against a public reader: `table[@name='meeting']/fields/field` with its
 * name, sysid and date. Assumed: where the agenda's and the items' tables stand below it, and what their fields are
 * called.
 */
export const acadre: FieldMap = {
  source: 'acadre',
  root: 'root',
  holds: 'table[meeting]',
  body: ['table[meeting]/fields/field(committee)', 'table[meeting]/fields/field(name)'],
  day: ['table[meeting]/fields/field(date)'],
  kind: ['table[meeting]/table[agenda]/fields/field(type)'],
  part: 'table[meeting]/table[agenda]',
  partAccess: 'fields/field(access)',
  items: 'table[bullet]',
  item: {
    key: ['fields/field(sysid)'],
    number: ['fields/field(bulletnumber)'],
    title: ['fields/field(title)'],
    text: ['fields/field(text)'],
    access: ['fields/field(access)'],
    numbers: [{ path: 'fields/field(casenumber)', system: 'Acadre' }],
  },
};
