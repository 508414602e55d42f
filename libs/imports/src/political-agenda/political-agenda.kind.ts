import { caseGlances } from '@rettidig/cases';
import type { NameReference } from '@rettidig/cases';
import { AgendaReader } from '@rettidig/detection';
import type { QueryContext } from '@rettidig/event-sourcing';
import type { ImportKind } from '../import-kind.js';
import { PoliticalAgendaDecisions } from './decisions.js';
import { planAgendas } from './plan.js';
import type { AgendaLookUp } from './planned-agenda.js';
import { PoliticalAgendaPreview } from './preview.js';
import { agendaImportTexts } from './texts.js';

/** Agendas of political bodies: XML of the document systems, tables, text. */
export const politicalAgendaKind: ImportKind<PoliticalAgendaDecisions, PoliticalAgendaPreview> = {
  name: 'politicalAgenda',
  path: '/political-agenda-imports',
  noun: 'PoliticalAgendaImport',
  text: { da: 'politisk dagsorden', en: 'political agenda' },
  formats: ['xml', 'csv', 'xlsx', 'text', 'docx', 'pdf'],
  decisions: PoliticalAgendaDecisions,
  preview: PoliticalAgendaPreview,
  refusals: Object.keys(agendaImportTexts),
  texts: agendaImportTexts,
  plan: planAgendas,
  lookUp: (_extract, context): Promise<AgendaLookUp> => {
    const asked = context as QueryContext<NameReference>;
    return Promise.resolve({
      reader: new AgendaReader(asked.views),
      glances: (caseIds) => caseGlances(caseIds, asked),
    });
  },
};
