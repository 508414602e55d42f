import {
  accessTable,
  canBy,
  checkComplete,
  permissionsOf,
  roles,
  type AccessTable,
  type Permission,
} from '@rettidig/access';
import { forbidden, type Actor, type Instant, type Resource } from '@rettidig/event-sourcing';
import { dayOf, type LocalDate } from '@rettidig/vocabulary';

/** The access table at work, the same for commands, questions, exports and pages. */
export class Rights {
  private readonly can: ReturnType<typeof canBy>;

  /** The day in Copenhagen of the hour last asked about: it begins and ends on a full hour of UTC. */
  private hour = '';
  private day = '';

  constructor(private readonly table: AccessTable = accessTable) {
    this.can = canBy(table);
  }

  check(actor: Actor, action: string, resource: Resource, now: Instant): Permission {
    return this.can(actor, action, resource, this.dayAt(now));
  }

  private dayAt(now: Instant): LocalDate {
    const hour = now.slice(0, 13);
    if (hour !== this.hour) {
      this.hour = hour;
      this.day = dayOf(now);
    }
    return this.day;
  }

  /** @throws Refused 403 with the reason. */
  demand(actor: Actor, action: string, now: Instant, resource: Resource = {}): void {
    const permission = this.check(actor, action, resource, now);
    if (!permission.allow) throw forbidden(permission.reason);
  }

  /** @throws Error naming every command and query without a row, and every row that nothing uses. */
  mustCover(names: readonly string[]): void {
    checkComplete(names, this.table);
  }

  /** What those are told who may not; undefined where every person may. */
  reasonOf(action: string): string | undefined {
    const row = this.table[action];
    return row && roles.every((role) => row.roles.includes(role)) ? undefined : row?.reason;
  }

  /** Who may, for the API's documentation. */
  whoMay(action: string): string {
    if (this.reasonOf(action) === undefined) return 'everybody';
    const { roles: always = [], ownRoles = [], offices = [] } = this.table[action] ?? {};
    return [
      always.join(', '),
      ownRoles.length > 0 &&
        `${ownRoles.join(', ')} on what is their own: themselves, cases that they own or registered`,
      offices.length > 0 && `whoever is ${offices.join(', ')} of the committee`,
    ]
      .filter(Boolean)
      .join('; ');
  }

  of(role: string): ReturnType<typeof permissionsOf> {
    return permissionsOf(role, this.table);
  }
}
