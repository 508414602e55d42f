import { readFileSync } from 'node:fs';

/** The name and version of packages as they are installed here. */
export const versionsOf = (...names) =>
  names
    .map((name) => {
      const file = new URL(`node_modules/${name}/package.json`, import.meta.url);
      return `${name.replace(/^@.*\//, '')} ${JSON.parse(readFileSync(file, 'utf8')).version}`;
    })
    .join(', ');
