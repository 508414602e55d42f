import type { PoliticalBody } from '@rettidig/vocabulary';
import { dayInWords, dayOf, plusCalendarDays, politicalBodies } from '@rettidig/vocabulary';
import { politicalAgendasView } from '../projections/political-agendas.projection.js';
import type { CheckedWorld, StandingCheck } from './standing-check.js';
import { findings, knownAt, text, viewIfThere } from './standing-check.js';

/** After so many days without, somebody should look. */
const DAYS = 30;

const daysAgo = ({ today }: CheckedWorld): string => plusCalendarDays(today, -DAYS);

interface ImportRow {
  readonly id: string;
  readonly received_at: string;
}

/** Documents that came and of which nobody has made anything. */
export const importsNotRead: StandingCheck = {
  code: 'importNotRead',
  severity: 'information',
  what: text(
    `Indlæste dokumenter, som ingen har taget stilling til i ${DAYS} dage`,
    `Imported documents that nobody has dealt with for ${DAYS} days`,
  ),
  find: (world) => {
    const waiting = viewIfThere(world.views, 'imports')?.all<ImportRow>(
      `select id, received_at from {import} where ${knownAt(world.at)} and status = 'received'
        and received_at < :before order by received_at, id`,
      { at: world.at, before: daysAgo(world) },
    );
    const told = (waiting ?? []).map(({ id, received_at }) => {
      const day = dayInWords(dayOf(received_at));
      return {
        sentence: text(`Et dokument fra ${day} er ikke læst ind.`, `A document of ${day} was not taken in.`),
        subjectIds: [id],
        href: `/imports/${id}`,
      };
    });
    return findings(told, world);
  },
};

interface BodyRow {
  readonly body: PoliticalBody;
  readonly latest: string;
}

/** Bodies whose agendas came before and no longer do: what nobody sends in, nobody holds against the register. */
export const agendasNotImported: StandingCheck = {
  code: 'agendaNotImported',
  severity: 'warning',
  what: text(
    `Politiske udvalg, hvis dagsordener er holdt op med at komme ind (${DAYS} dage)`,
    `Political bodies whose agendas have stopped coming in (${DAYS} days)`,
  ),
  find: (world) => {
    const rows = world.views.view(politicalAgendasView.name).all<BodyRow>(
      `select body, max(known_from) as latest from {agenda} where known_from <= :at
        group by body having max(known_from) < :before order by body`,
      { at: world.at, before: daysAgo(world) },
    );
    const told = rows.map(({ body, latest }) => {
      const day = dayInWords(dayOf(latest));
      return {
        sentence: text(
          `Der er ikke læst dagsordener ind fra ${politicalBodies[body].da} siden ${day}.`,
          `No agenda of ${politicalBodies[body].en} was taken in since ${day}.`,
        ),
        subjectIds: [],
        href: `/political-agendas?body=${body}`,
        anchor: 'agendas',
      };
    });
    return findings(told, world);
  },
};
