import type { QueryContext, QueryDefinition } from '@rettidig/event-sourcing';
import { knownAt, structureOn } from '@rettidig/organisation';
import { ruleBookKnownAt } from '@rettidig/rules';
import {
  asOfInstant,
  Codes,
  Count,
  dayOf,
  FreeText,
  Id,
  Ids,
  OneOf,
  pageOf,
  PageParameters,
  pageWith,
  Pattern,
  Repeated,
} from '@rettidig/vocabulary';
import type { DetectionReference } from '../possible-miss.checks.js';
import type { CheckedWorld, Finding, Findings, Severity, StandingCheck } from '../standing-checks/standing-check.js';
import { severities, text } from '../standing-checks/standing-check.js';
import { standingChecks } from '../standing-checks/standing-checks.js';
import { MINIMUM_MEETINGS } from '../standing-checks/too-few-meetings.js';
import { asked } from './pages.js';
import type { Asked } from './pages.js';

const codes = standingChecks.map(({ code }) => code);

export class ListStandingChecks extends PageParameters {
  @Repeated()
  @Codes(severities, { description: 'Findings of this weight.', optional: true })
  severity?: Severity[];

  @Repeated()
  @Codes(codes, { description: 'Findings of these checks.', optional: true })
  code?: string[];

  @Repeated()
  @Ids({ description: 'Findings about these units.', optional: true })
  unit?: string[];

  @Repeated()
  @Ids({ description: 'Findings about these committees.', optional: true })
  committee?: string[];
}

/** One thing that a check found. */
class StandingCheckFinding {
  @OneOf(severities, { description: 'Its weight.' })
  severity!: Severity;
  @FreeText({ description: 'The same in words.', max: 100 })
  severityText!: string;
  @OneOf(codes, { description: 'The check.' })
  code!: string;
  @FreeText({ description: 'What the check looks for.', max: 300 })
  check!: string;
  @FreeText({ description: 'What it found, in a sentence.', max: 1000 })
  sentence!: string;
  @Ids({ description: 'What it is about: units, committees, seats, cases, rounds, imports.' })
  subjectIds!: string[];
  @Id({ description: 'The unit, where it is about one.', nullable: true })
  unitId!: string | null;
  @Id({ description: 'The committee, where it is about one.', nullable: true })
  committeeId!: string | null;
  @Pattern(/^\/api\/v1\//, {
    description: 'Where the API tells more; null where nothing does.',
    example: '/api/v1/changes',
    nullable: true,
  })
  href!: string | null;
  @Pattern(/^\/#[a-z-]+$/, {
    description: 'Where the page does; null where it does not.',
    example: '/#waiting',
    nullable: true,
  })
  pageHref!: string | null;
  @Count({ description: 'On the last row of a check with more findings than are listed: how many more. Else 0.' })
  more!: number;
}

export class StandingCheckList extends pageWith(() => StandingCheckFinding, {
  items: 'The findings of this page, the gravest first.',
  total: 'All rows on all pages; of one check at most 100 and a row that counts the rest.',
  facets: 'True counts of findings by severity and by check, also of those beyond the rows.',
}) {
  @Count({
    description: 'Ordinary meetings a year that committees are held to until they have agreed on their own number.',
  })
  minimumMeetings!: number;
  @FreeText({ description: 'Where that number comes from.', max: 300 })
  minimumMeetingsSource!: string;
}

interface Told {
  readonly check: StandingCheck;
  readonly finding: Finding;
  readonly more: number;
}

type Context = QueryContext<DetectionReference>;

/** What is wrong or missing in the system as a whole, worked out for today or for `asOf`. */
export const listStandingChecks: QueryDefinition<ListStandingChecks, StandingCheckList, DetectionReference> = {
  name: 'ListStandingChecks',
  parameters: ListStandingChecks,
  answer: StandingCheckList,
  path: '/standing-checks',
  tag: 'standing-checks',
  summary: { da: 'Faste kontroller: huller, der bør lukkes', en: 'Standing checks: gaps that should be closed' },
  refusals: ['cursor.unknown'],
  handle: (parameters, context) => {
    const question = asked('standing-checks', parameters, context.now);
    const world = worldOf(parameters, question, context);
    const found = standingChecks.map((check) => ({ check, findings: check.find(world) }));
    const rows = found.filter(({ check }) => isAsked(check, parameters)).flatMap(rowsOf);
    const { say, shown } = saying(context);
    return {
      ...pageOf(rows, question, facetsOf(found, parameters), shown),
      minimumMeetings: MINIMUM_MEETINGS,
      minimumMeetingsSource: say(MINIMUM_SOURCE),
    };
  },
};

const MINIMUM_SOURCE = text(
  'Fælles for de forretningsordener, der er fundet (domænebeskrivelsen, afsnit 1.11); gælder kun, hvor udvalget ikke selv har aftalt et antal',
  'Common to the rules of procedure that were found (domain description, section 1.11); holds only where a committee has not agreed on a number of its own',
);

function worldOf(
  { unit, committee, asOf }: ListStandingChecks,
  { at, knownUntil }: Asked,
  context: Context,
): CheckedWorld {
  const { organisation: all, ruleBook: book } = context.reference;
  const isPast = asOfInstant(asOf, context.now) !== undefined;
  const organisation = isPast ? knownAt(all, knownUntil) : all;
  const today = dayOf(at);
  return {
    organisation,
    ruleBook: isPast ? ruleBookKnownAt(book, knownUntil) : book,
    structure: structureOn(organisation, today),
    views: context.views,
    at: knownUntil,
    today,
    units: unit && new Set(unit),
    committees: committee && new Set(committee),
  };
}

const isAsked = ({ code, severity }: StandingCheck, asking: ListStandingChecks): boolean =>
  (asking.code?.includes(code) ?? true) && (asking.severity?.includes(severity) ?? true);

interface Found {
  readonly check: StandingCheck;
  readonly findings: Findings;
}

/** What is listed, and at the end how many more there are. */
function rowsOf({ check, findings: { first, total } }: Found): Told[] {
  const told = first.map((finding) => ({ check, finding, more: 0 }));
  const more = total - first.length;
  if (more === 0) return told;
  const sentence = text(`… og ${more} mere af samme slags.`, `… and ${more} more of the same kind.`);
  return [...told, { check, finding: { sentence, subjectIds: [] }, more }];
}

/** By severity whatever severity was asked for, by check whatever check was. */
function facetsOf(found: readonly Found[], { code, severity }: ListStandingChecks) {
  const bySeverity: Record<string, number> = {};
  const byCode: Record<string, number> = {};
  for (const { check, findings } of found) {
    if (findings.total === 0) continue;
    if (code?.includes(check.code) ?? true) {
      bySeverity[check.severity] = (bySeverity[check.severity] ?? 0) + findings.total;
    }
    if (severity?.includes(check.severity) ?? true) byCode[check.code] = findings.total;
  }
  return { severity: bySeverity, code: byCode };
}

function saying({ language }: Context) {
  const say = (one: Finding['sentence']): string => one[language];
  const shown = ({ check, finding, more }: Told): StandingCheckFinding => ({
    severity: check.severity,
    severityText: say(severities[check.severity]),
    code: check.code,
    check: say(check.what),
    sentence: say(finding.sentence),
    subjectIds: [...finding.subjectIds],
    unitId: finding.unitId ?? null,
    committeeId: finding.committeeId ?? null,
    href: finding.href === undefined ? null : `/api/v1${finding.href}`,
    pageHref: finding.anchor === undefined ? null : `/#${finding.anchor}`,
    more,
  });
  return { say, shown };
}
