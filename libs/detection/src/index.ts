export * from './detection.feature.js';
export type { PossibleMissList } from './queries/list-possible-misses.answer.js';
export type { PossibleMissDetail } from './queries/get-possible-miss.answer.js';
export type { PoliticalAgendaList } from './queries/list-political-agendas.js';
export type { PoliticalAgendaDetail } from './queries/political-agenda.answer.js';
