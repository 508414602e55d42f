import type { AnyEffect } from '@rettidig/event-sourcing';
import { sendMail } from '@rettidig/reminders';
import type { Config, ServiceTools } from '@rettidig/platform';
import { replanWhenADayComes } from './replan-when-a-day-comes.js';
import { takeInAgenda } from './watched-folder/take-in-agenda.js';

/** What the product does outside the log, or when its day has come. A new effect is one line here. */
export const effectsOf =
  ({ agendaDir, mail }: Pick<Config, 'agendaDir' | 'mail'>) =>
  (tools: ServiceTools): readonly AnyEffect[] => [
    replanWhenADayComes(tools),
    sendMail(tools, mail),
    ...(agendaDir === null ? [] : [takeInAgenda(agendaDir, tools)]),
  ];
