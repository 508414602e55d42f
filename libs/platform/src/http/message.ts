import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import type { RefusedPart } from '@rettidig/event-sourcing';
import { codeOfConstraint, type FieldCode } from './field-texts.js';
import { Problem } from './problem.js';

/** Problems told at once; somebody who sends a thousand wrong fields reads these first. */
const MOST_FIELDS = 50;

/** Turns the plain object of a body or query string into a validated message. */
export type MessageReader<Message extends object> = (plain: object) => Message;

/**
 * A reader for one message class, made once per route. Unknown fields are refused, nested objects included; nothing is
 * converted that the class does not convert itself.
 * @throws Problem 400 `request.invalid` naming each field.
 */
export function readerOf<Message extends object>(type: new () => Message): MessageReader<Message> {
  const hasFields = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false).length > 0;
  if (!hasFields) return (plain) => (refuseFields(plain), new type());
  return (plain) => {
    const message = plainToInstance(type, plain, { enableCircularCheck: false });
    const wrong = validateSync(message, {
      whitelist: true,
      forbidNonWhitelisted: true,
      dismissDefaultMessages: true,
      validationError: { value: false },
    });
    if (wrong.length > 0) throw invalid(wrong.flatMap((error) => problemsOf(error, [])));
    return message;
  };
}

export const invalid = (fields: readonly RefusedPart[]): Problem =>
  new Problem(400, 'request.invalid', {}, { fields: fields.slice(0, MOST_FIELDS) });

/** A problem with one field of the message, by the names on the way to it. */
export const fieldProblem = (path: readonly string[], code: FieldCode, limit?: unknown): RefusedPart => ({
  pointer: path.map((name) => `/${escaped(name)}`).join(''),
  code,
  details: { field: path.join('.').slice(0, 120), ...(limit === undefined ? {} : { limit }) },
});

const escaped = (name: string): string => name.slice(0, 120).replaceAll('~', '~0').replaceAll('/', '~1');

function refuseFields(plain: object): void {
  const names = Object.keys(plain);
  if (names.length > 0) throw invalid(names.map((name) => fieldProblem([name], 'field.unknown')));
}

function problemsOf(error: ValidationError, above: readonly string[]): RefusedPart[] {
  const path = [...above, error.property ?? ''];
  const children = (error.children ?? []).flatMap((child) => problemsOf(child, path));
  const broken = Object.keys(error.constraints ?? {});
  if (broken.length === 0) return children;
  const [constraint, code] = codeOfConstraint.find(([name]) => broken.includes(name)) ?? [
    broken[0]!,
    'field.wrong-form',
  ];
  return [fieldProblem(path, code, limitOf(error, constraint)), ...children];
}

/** The parameter of a broken check (the greatest length, the allowed codes), as the field declared it. */
function limitOf(error: ValidationError, constraint: string): unknown {
  const owner = error.target?.constructor;
  if (!owner) return undefined;
  const declared = getMetadataStorage()
    .getTargetValidationMetadatas(owner, '', false, false)
    .find((one) => one.propertyName === error.property && one.name === constraint);
  const limit: unknown = (declared?.constraints as unknown[] | undefined)?.[0];
  return typeof limit === 'number' || Array.isArray(limit) ? limit : undefined;
}
