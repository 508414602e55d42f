import type Database from 'better-sqlite3';

/** Statements of a file, each prepared when it is first asked for. Only for texts of which there are few. */
export function prepared(database: Database.Database): (text: string) => Database.Statement {
  const statements = new Map<string, Database.Statement>();
  return (text) => {
    let statement = statements.get(text);
    if (!statement) statements.set(text, (statement = database.prepare(text)));
    return statement;
  };
}
