import type { XmlElement } from '@rettidig/documents';

/**
 * Where a value stands below an element: names divided by slashes, `[name]` for the value of an attribute `name`
 * (`table[meeting]`), and as the last step `@Attribut` or `field(name)`: a field that is called so by an attribute `name`
 * and holds its value as text or `value`, or that holds it in an attribute called so.
 */
export type XmlPath = string;

const STEP = /^(?<name>[^[(]+)(?:\[(?<called>[^\]]+)\])?$/;
const FIELD = /^(?<name>[^[(]+)\((?<field>[^)]+)\)$/;

/** The elements at a path, in the order of the document. */
export function elementsAt(element: XmlElement, path: XmlPath): readonly XmlElement[] {
  if (path === '') return [element];
  return path.split('/').reduce<readonly XmlElement[]>(
    (from, step) => {
      const { name, called } = STEP.exec(step)?.groups ?? {};
      return from.flatMap(({ children }) =>
        children.filter((child) => child.name === name && (called === undefined || child.attributes.name === called)),
      );
    },
    [element],
  );
}

/** The first text at a path; an element's text is all of it, with that of its children. Undefined when empty. */
export function textAt(element: XmlElement, path: XmlPath): string | undefined {
  const steps = path.split('/');
  const last = steps.pop()!;
  const parents = elementsAt(element, steps.join('/'));
  const field = FIELD.exec(last)?.groups;
  const texts = last.startsWith('@')
    ? parents.map(({ attributes }) => attributes[last.slice(1)])
    : field
      ? parents.flatMap((parent) => elementsAt(parent, field.name!)).map((one) => fieldOf(one, field.field!))
      : parents.flatMap((parent) => elementsAt(parent, last)).map(textOf);
  return texts.find((text) => text !== undefined && text.trim() !== '')?.trim();
}

const fieldOf = (element: XmlElement, field: string): string | undefined =>
  element.attributes.name === field ? (element.attributes.value ?? element.text) : element.attributes[field];

/** All text within an element, a line for each part; tags that stand in a text as text are left out. */
function textOf(element: XmlElement): string {
  const parts = [element.text, ...element.children.map(textOf)].map((part) => part.trim()).filter(Boolean);
  return parts
    .join('\n')
    .replace(/<(?:br|\/p|\/li|\/div)\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&nbsp;/g, ' ')
    .trim();
}
