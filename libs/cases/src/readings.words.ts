import type { Text } from '@rettidig/event-sourcing';
import { readingsText } from '@rettidig/rules';

/** What a reader must know of the readings of a body (A17). */
export type ReadingsRemark = 'onlyOnce' | 'moreReadingsThanAgreed';

export const readingsRemarks: Readonly<Record<ReadingsRemark, Text>> = {
  onlyOnce: { da: 'kun én behandling', en: 'one reading only' },
  moreReadingsThanAgreed: { da: 'flere behandlinger planlagt end aftalt', en: 'more readings planned than agreed' },
};

/** Nobody agreed on a number: the careful one is reckoned with. */
const notAgreed: Text = {
  da: 'Antal behandlinger er ikke aftalt. Regn med én og ingen anden chance: MED skal have drøftet sagen inden da.',
  en: 'No number of readings is agreed. Reckon with one and no second chance: MED must have discussed the case before.',
};

/** What an agreed number of readings means for MED; undefined: none was agreed. */
export const meaningOf = (agreed: number | undefined): Text =>
  agreed === undefined ? notAgreed : readingsText(agreed);

/** Dates that nobody reckons with once the body has decided as often as it does. */
export const tooMany = (planned: number, readings: number): Text => ({
  da: ` Der er planlagt ${planned} behandlinger: når der er besluttet ${times(readings).da}, regnes resten ikke med. Ret datoerne, eller registrér, hvad der er aftalt.`,
  en: ` ${planned} readings are planned: once it has decided ${times(readings).en}, the rest counts for nothing. Correct the dates, or record what was agreed.`,
});

const times = (count: number): Text =>
  count === 1 ? { da: 'én gang', en: 'once' } : { da: `${count} gange`, en: `${count} times` };
