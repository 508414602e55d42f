import type { FieldMap } from '../field-map.js';

/**
 * eDoc as Fujitsu publishes it. Verified against a public importer: the namespace, `OutputTypeEnumName`,
 * `OutputFilterIsPublic`, `Committee/Name`, `MeetingDateTime`, and of each `AgendaElement` `Identifier`, `AccessIsPublic`
 * and `HandlingItem` with `Title`, `SerialNo`, `CaseNumber` and `CasePresentations`. Assumed: nothing.
 */
export const edocFujitsu: FieldMap = {
  source: 'edocFujitsu',
  root: 'Root',
  holds: 'Committee/Meeting/Agenda',
  namespace: 'http://www.fujitsu.dk/agenda/xml/schemas/2009/03/31/',
  body: ['Committee/Name'],
  day: ['Committee/Meeting/MeetingDateTime'],
  kind: ['OutputTypeEnumName'],
  onlyOpen: 'OutputFilterIsPublic',
  part: 'Committee/Meeting/Agenda',
  items: 'AgendaElements/AgendaElement',
  item: {
    key: ['Identifier'],
    number: ['HandlingItem/SerialNo'],
    title: ['HandlingItem/Title'],
    text: ['HandlingItem/CasePresentations'],
    access: ['AccessIsPublic'],
    numbers: [{ path: 'HandlingItem/CaseNumber', system: 'eDoc' }],
  },
};
