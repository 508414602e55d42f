import type { AnyEffect } from '@rettidig/event-sourcing';
import type { ServiceTools } from '@rettidig/platform';
import { takeInAgenda } from './watched-folder/take-in-agenda.js';

/** What the product does outside the log. A new effect is one line here. */
export const effectsOf =
  ({ agendaDir }: { readonly agendaDir: string | null }) =>
  (tools: ServiceTools): readonly AnyEffect[] => [...(agendaDir === null ? [] : [takeInAgenda(agendaDir, tools)])];
