type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function walk(node: unknown, path: readonly string[], visit: (node: Node, path: readonly string[]) => void): void {
  if (!isNode(node)) return;
  visit(node, path);
  for (const [key, inner] of Object.entries(node)) if (key !== 'example') walk(inner, [...path, key], visit);
}

/** All references of a document. */
export function referencesOf(document: object): string[] {
  const found: string[] = [];
  walk(document, [], (node) => {
    if (typeof node['$ref'] === 'string') found.push(node['$ref']);
  });
  return found;
}

/** What is incomplete or broken in an OpenAPI document, one sentence each. */
export function complaintsAbout(document: object): string[] {
  const dangling = referencesOf(document).filter((reference) => resolve(document, reference) === undefined);
  return [
    ...dangling.map((reference) => `${reference} leads nowhere`),
    ...fieldsWithoutDescription(document),
    ...parametersThatDoNotFit(document),
    ...tagsWithoutDescription(document),
  ];
}

const resolve = (document: object, reference: string): unknown =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((node, part) => (isNode(node) ? node[part] : undefined), document);

function fieldsWithoutDescription(document: object): string[] {
  const complaints: string[] = [];
  walk(document, [], (node, path) => {
    const parent = path.at(-2);
    const isField = parent === 'properties' && !path.includes('example');
    // The three forms of an uncertain day are described where they are used.
    const isForm = path.includes('oneOf');
    if (isField && !isForm && typeof node['description'] !== 'string') {
      complaints.push(`${path.join('.')} has no description`);
    }
  });
  return complaints;
}

function parametersThatDoNotFit(document: object): string[] {
  const paths = (document as { paths: Record<string, Record<string, { parameters?: Node[]; summary?: string }>> })
    .paths;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).flatMap(({ parameters = [], summary }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!);
      const told = parameters.filter((one) => one['in'] === 'path').map((one) => String(one['name']));
      const undescribed = parameters.filter((one) => !one['description']).map((one) => String(one['name']));
      return [
        ...(inPath.join() === told.join() ? [] : [`${path} does not describe its parameters ${inPath.join()}`]),
        ...(summary ? [] : [`${path} has no summary`]),
        ...undescribed.map((name) => `${path}: ${name} has no description`),
      ];
    }),
  );
}

function tagsWithoutDescription(document: object): string[] {
  type Tagged = Record<string, Record<string, { tags: string[] }>>;
  const { paths, tags = [] } = document as { paths: Tagged; tags?: { name: string; description: string }[] };
  const described = tags.filter(({ description }) => description).map(({ name }) => name);
  const used = Object.values(paths).flatMap((path) => Object.values(path).flatMap((operation) => operation.tags));
  return [...new Set(used)].filter((tag) => !described.includes(tag)).map((tag) => `the tag ${tag} is not described`);
}
