import { Controller, Get, Headers, Inject, Param, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { pageAccess } from '@rettidig/access';
import { Clock, notFound } from '@rettidig/event-sourcing';
import { listOutbox, readOutboxMail, type OutboxMail } from '@rettidig/mail';
import { DemoPersonas, Rights } from '@rettidig/platform';
import type { FastifyReply } from 'fastify';
import { ErrorPages } from '../errors/error-pages.js';
import { languageOf } from '../page/asked-language.js';
import { OUTBOX } from './outbox.folder.js';
import { renderMail, renderOutbox } from './outbox.page.js';

/** Mails of one page. */
const LIMIT = 50;

/** The page shows a mail in a frame from here; the mail itself may do nothing but look as it does. */
const FRAMING =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const FRAMED =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** Mails that were written and not sent, where there is no mail server. */
@ApiExcludeController()
@UseFilters(ErrorPages)
@Controller('outbox')
export class OutboxController {
  private readonly rights = new Rights(pageAccess);

  constructor(
    @Inject(OUTBOX) private readonly folder: string,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(
    @Query() query: Question,
    @Headers('x-persona') persona: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.demand(persona);
    const page = /^[1-9]\d{0,5}$/.test(String(query['page'])) ? Number(query['page']) : 1;
    const list = await listOutbox(this.folder, { skip: (page - 1) * LIMIT, limit: LIMIT });
    await this.sendPage(reply, renderOutbox({ ...list, page, limit: LIMIT, language: languageOf(query) }));
  }

  @Get(':name')
  async mail(
    @Param('name') name: string,
    @Query() query: Question,
    @Headers('x-persona') persona: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const mail = await this.read(name, persona);
    await this.sendPage(reply, renderMail({ mail, language: languageOf(query) }));
  }

  /** The HTML of a mail, for the frame. Its links open beside it: where they lead does not want to be framed. */
  @Get(':name/html')
  async html(
    @Param('name') name: string,
    @Headers('x-persona') persona: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { html } = await this.read(name, persona);
    await reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', FRAMED)
      .header('cache-control', 'no-store')
      .send(html.replace('<head>', '<head><base target="_blank">'));
  }

  @Get(':name/eml')
  async file(
    @Param('name') name: string,
    @Headers('x-persona') persona: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes } = await this.read(name, persona);
    await reply
      .type('message/rfc822')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(bytes);
  }

  private async read(name: string, persona: string | undefined): Promise<OutboxMail> {
    this.demand(persona);
    const mail = await readOutboxMail(this.folder, name);
    if (!mail) throw notFound('route.unknown');
    return mail;
  }

  /** Whoever sits at this machine and does not say who they are is the secretariat. */
  private demand(persona: string | undefined): void {
    const actor = new DemoPersonas().actorOf({ persona: persona ?? 'secretariat' });
    this.rights.demand(actor, 'ReadOutbox', this.clock.now());
  }

  private async sendPage(reply: FastifyReply, html: string): Promise<void> {
    await reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', FRAMING)
      .header('cache-control', 'no-store')
      .send(html);
  }
}

type Question = Readonly<Record<string, unknown>>;
