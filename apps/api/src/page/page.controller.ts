import { Controller, Get, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Clock, Engine, idOf, type Actor } from '@rettidig/event-sourcing';
import { contextFor, csvOf, Rights } from '@rettidig/platform';
import { dayOf, isLocalDate } from '@rettidig/vocabulary';
import type { FastifyReply } from 'fastify';
import { ErrorPages } from '../errors/error-pages.js';
import { languageOf } from './asked-language.js';
import { loadPage, type PageQuestion } from './load-page.js';
import { renderPage } from './page.js';

/** Whoever reads the page without saying who they are reads what everybody may. */
const READER: Actor = { id: idOf('persona', 'employee'), role: 'employee' };

type Parameters = Readonly<Record<string, unknown>>;

/** The page at `/`, and its list as CSV. Nothing is ever written here. */
@ApiExcludeController()
@UseFilters(ErrorPages)
@Controller()
export class PageController {
  constructor(
    private readonly engine: Engine,
    private readonly clock: Clock,
    private readonly rights: Rights,
  ) {}

  @Get('/')
  async page(@Query() query: Parameters, @Res() reply: FastifyReply): Promise<void> {
    const question = questionOf(query, dayOf(this.clock.now()));
    const context = contextFor(this.engine, this.rights, READER, question.language);
    const model = await loadPage(this.engine.registry.queries, context, question);
    await reply.type('text/html; charset=utf-8').send(renderPage(model));
  }

  /** The register behind the link on the page: the same rows, all of them. */
  @Get('/register.csv')
  async csv(@Query() query: Parameters, @Res() reply: FastifyReply): Promise<void> {
    const { language, asOf } = questionOf(query, dayOf(this.clock.now()));
    const { csv } = this.engine.registry.queries.get('ListMissedReviews')!;
    const rows = csv!.rows(asOf ? { asOf } : {}, contextFor(this.engine, this.rights, READER, language));
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${csv!.fileName[language]}.csv"`)
      .send(csvOf(rows, csv!.columns, language));
  }
}

/** What the address asks for. What it does not understand of it is said on the page. */
function questionOf(query: Parameters, today: string): PageQuestion {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name] : '');
  const asOf = text('asOf');
  const known = isLocalDate(asOf) && asOf <= today;
  return {
    language: languageOf(query),
    asOf: known && asOf !== today ? asOf : null,
    asOfWrong: asOf !== '' && !known,
    today,
    tryOut: { kind: text('kind'), unit: text('unit'), body: text('body') },
  };
}
