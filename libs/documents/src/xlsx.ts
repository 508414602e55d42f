import { impossible } from '@rettidig/event-sourcing';
import type { ReadDocument } from './extract.js';
import type { Unpacked } from './zip.js';

export async function readXlsx(_unpacked: Unpacked): Promise<ReadDocument> {
  return Promise.reject(impossible('document.damaged'));
}
