import { FreeText, Id, Name, Pattern } from '@rettidig/vocabulary';

/** What every list says of the case that a row of it is about. */
export abstract class CaseInList {
  @Id({ description: 'The case.' })
  changeId!: string;

  @Pattern(/^\d{4}-\d{4,}$/, { description: 'Its number.', example: '2026-0143' })
  number!: string;

  @FreeText({ description: 'Its title.', max: 300 })
  title!: string;

  @Pattern(/^[A-Za-z]+$/, { description: 'The kind of change.' })
  kind!: string;

  @FreeText({ description: 'The kind in words.', max: 300 })
  kindText!: string;

  @Id({ description: 'The unit that it hits; null when not stated.', nullable: true })
  unitId!: string | null;

  @Name({ description: 'Its name, or "ikke oplyst".' })
  unitName!: string;
}
