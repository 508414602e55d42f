import { Controller, createParamDecorator, Get, Res, UseFilters, type ExecutionContext } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { pageAccess } from '@rettidig/access';
import { Clock, Engine, notFound, type Language } from '@rettidig/event-sourcing';
import { contextFor, DemoPersonas, Rights } from '@rettidig/platform';
import { dayOf } from '@rettidig/vocabulary';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { askingWith, type Asking } from '../page/asking.js';
import type { Thing } from '../page/paths.js';
import { languageOf } from '../page/asked-language.js';
import { ErrorPages } from '../errors/error-pages.js';
import { loadCase } from './load-case.js';
import { loadCommittee } from './load-committee.js';
import { loadForum } from './load-forum.js';
import { loadMeeting } from './load-meeting.js';
import { loadPerson } from './load-person.js';
import { loadQuestion } from './load-question.js';
import type { ThingPage } from './thing.model.js';
import { renderThing } from './thing.page.js';

type Load = (id: string, asking: Asking & { readonly today: string }) => Promise<ThingPage>;

/** Each page with its row in the access table, and as whom somebody reads it who does not say who they are. */
const pages: Readonly<
  Record<Thing, { load: Load; access: keyof typeof pageAccess; reader: 'employee' | 'secretariat' }>
> = {
  changes: { load: loadCase, access: 'ReadCasePage', reader: 'employee' },
  meetings: { load: loadMeeting, access: 'ReadMeetingPage', reader: 'employee' },
  'possible-misses': { load: loadQuestion, access: 'ReadQuestionPage', reader: 'employee' },
  committees: { load: loadCommittee, access: 'ReadCommitteePage', reader: 'employee' },
  'screening-forums': { load: loadForum, access: 'ReadScreeningPage', reader: 'employee' },
  people: { load: loadPerson, access: 'ReadPersonPage', reader: 'secretariat' },
};

/** What a request for a page asks. */
interface Question {
  readonly id: string;
  readonly language: Language;
  readonly persona: string | undefined;
}

const Asked = createParamDecorator((_none: unknown, context: ExecutionContext): Question => {
  const { params, query, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const persona = headers['x-persona'];
  return {
    id: (params as Record<string, string>)['id']!,
    language: languageOf(query),
    persona: Array.isArray(persona) ? persona[0] : persona,
  };
});

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The pages that links in mails and calendars lead to: one for each case, meeting, question, committee, screening, person. */
@ApiExcludeController()
@UseFilters(ErrorPages)
@Controller()
export class ThingsController {
  private readonly pageRights = new Rights(pageAccess);

  constructor(
    private readonly engine: Engine,
    private readonly clock: Clock,
    private readonly rights: Rights,
  ) {}

  @Get('changes/:id')
  change(@Asked() asked: Question, @Res() reply: FastifyReply): Promise<void> {
    return this.page('changes', asked, reply);
  }

  @Get('meetings/:id')
  meeting(@Asked() asked: Question, @Res() reply: FastifyReply): Promise<void> {
    return this.page('meetings', asked, reply);
  }

  @Get('possible-misses/:id')
  question(@Asked() asked: Question, @Res() reply: FastifyReply): Promise<void> {
    return this.page('possible-misses', asked, reply);
  }

  @Get('committees/:id')
  committee(@Asked() asked: Question, @Res() reply: FastifyReply): Promise<void> {
    return this.page('committees', asked, reply);
  }

  @Get('screening-forums/:id')
  forum(@Asked() asked: Question, @Res() reply: FastifyReply): Promise<void> {
    return this.page('screening-forums', asked, reply);
  }

  @Get('people/:id')
  person(@Asked() asked: Question, @Res() reply: FastifyReply): Promise<void> {
    return this.page('people', asked, reply);
  }

  private async page(thing: Thing, { id, language, persona }: Question, reply: FastifyReply): Promise<void> {
    const { load, access, reader } = pages[thing];
    const actor = new DemoPersonas().actorOf({ persona: persona ?? reader });
    this.pageRights.demand(actor, access, this.clock.now());
    if (!ID.test(id)) throw notFound('route.unknown');
    const context = contextFor(this.engine, this.rights, actor, language);
    const asking = askingWith(this.engine.registry.queries, context, { language, asOf: {} });
    const page = await load(id.toLowerCase(), { ...asking, today: dayOf(this.clock.now()) });
    await reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(renderThing(page));
  }
}
