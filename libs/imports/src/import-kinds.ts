import type { AnyImportKind } from './import-kind.js';
import { minutesKind } from './minutes/minutes.kind.js';
import { politicalAgendaKind } from './political-agenda/political-agenda.kind.js';
import { meetingPlanKind } from './meeting-plan/meeting-plan.kind.js';
import { structureKind } from './structure/structure.kind.js';

/** Everything that can be imported. A new kind is one line here, with its rows in the access table. */
export const importKinds: readonly AnyImportKind[] = [minutesKind, politicalAgendaKind, structureKind, meetingPlanKind];
