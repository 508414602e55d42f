import type Database from 'better-sqlite3';
import type { SqlValue, ViewWriter } from '../projection.js';

/** Statements kept per build; queries with many optional filters make many texts. */
const STATEMENTS = 500;

/** The tables of one build, with their prepared statements. */
export class Tables implements ViewWriter {
  private readonly statements = new Map<string, Database.Statement>();

  constructor(
    private readonly database: Database.Database,
    private readonly build: number,
  ) {}

  get<Row>(sql: string, parameters: Readonly<Record<string, SqlValue>> = {}): Row | undefined {
    return this.prepared(sql).get(parameters) as Row | undefined;
  }

  all<Row>(sql: string, parameters: Readonly<Record<string, SqlValue>> = {}): Row[] {
    return this.prepared(sql).all(parameters) as Row[];
  }

  run(sql: string, parameters: Readonly<Record<string, SqlValue>> = {}): void {
    this.prepared(sql).run(parameters);
  }

  private prepared(sql: string): Database.Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.database.prepare(named(sql, this.build));
      if (this.statements.size >= STATEMENTS) this.statements.delete(this.statements.keys().next().value!);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}

/** Replaces `{change}` by the table's name in this build. */
export const named = (sql: string, build: number): string => sql.replaceAll(/\{([a-z]\w*)\}/gi, `"$1__${build}"`);
