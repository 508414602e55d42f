import type { AgendaSource } from './read-agenda.js';
import type { XmlPath } from './xml-path.js';

/** Where things stand in the XML that a document system publishes. Several paths: the first that holds something. */
export interface FieldMap {
  readonly source: AgendaSource;
  /** What it is recognised by: the name of the root, something that it holds, and the namespace of that. */
  readonly root: string;
  readonly holds: XmlPath;
  readonly namespace?: string;
  readonly body: readonly XmlPath[];
  readonly day: readonly XmlPath[];
  /** Words like `Tillægsdagsorden` here say that it is not the whole agenda. */
  readonly kind: readonly XmlPath[];
  /** The document was filtered: true, it holds the open items only. */
  readonly onlyOpen?: XmlPath;
  /** Parts of the agenda; empty for the document as a whole. */
  readonly part: XmlPath;
  /** Below a part: whether all of it is open. */
  readonly partAccess?: XmlPath;
  /** Below a part. */
  readonly items: XmlPath;
  /** Below an item. */
  readonly item: {
    readonly key: readonly XmlPath[];
    readonly number: readonly XmlPath[];
    readonly title: readonly XmlPath[];
    readonly text: readonly XmlPath[];
    /** Whether it is open, and the words that say yes where they are not the usual ones. */
    readonly access: readonly XmlPath[];
    readonly openIs?: readonly string[];
    readonly numbers: readonly { readonly path: XmlPath; readonly system: string }[];
  };
}
