import type { Feature } from '@rettidig/event-sourcing';
import { agreeClosingDays } from './commands/agree-closing-days.js';
import { agreeLocalTimetable } from './commands/agree-local-timetable.js';
import { agreeReadings } from './commands/agree-readings.js';
import { agreePoliticalTimetable } from './commands/agree-political-timetable.js';
import { agreeTimelinessTarget } from './commands/agree-timeliness-target.js';
import { publishRuleSet } from './commands/publish-rule-set.js';
import { assessChange } from './queries/assess-change.js';
import { checkRuleSet } from './queries/check-rule-set.js';
import { compareRuleSets } from './queries/compare-rule-sets.js';
import { countDays } from './queries/count-days.js';
import { getCalendar } from './queries/get-calendar.js';
import { listRuleSets } from './queries/list-rule-sets.js';
import { listReadings } from './queries/list-readings.js';
import { listTimelinessTargets } from './queries/list-timeliness-targets.js';
import { listTimetables } from './queries/list-timetables.js';
import { ruleBookPart } from './rule-book.js';
import { ruleBookSealedFields } from './rule-book.events.js';
import { rulesRefusals } from './texts.js';

/**
 * What the agreement says of a change: rule sets in time, and the assessment that follows from them; and by when: closing
 * days and timetables.
 */
export const rulesFeature: Feature = {
  name: 'rules',
  tags: {
    rules:
      'What the agreement says: rule sets in time, and the assessment of a change against them, with its reasons. By when: holidays, closing days and the deadlines that committees and political bodies agreed on; what is not agreed has no deadline.',
  },
  commands: [
    publishRuleSet,
    agreeClosingDays,
    agreeLocalTimetable,
    agreePoliticalTimetable,
    agreeTimelinessTarget,
    agreeReadings,
  ],
  queries: [
    listRuleSets,
    checkRuleSet,
    compareRuleSets,
    assessChange,
    listTimetables,
    listTimelinessTargets,
    listReadings,
    getCalendar,
    countDays,
  ],
  projections: [],
  reactions: [],
  sealedFields: ruleBookSealedFields,
  reference: { ruleBook: ruleBookPart },
  refusals: rulesRefusals,
};
