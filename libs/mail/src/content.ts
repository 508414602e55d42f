/** What a mail says, as plain text. Text and HTML are both made of it, so that they cannot differ. */
export interface MailContent {
  /** The one thing that it is about; stands first in large letters. */
  readonly heading: string;
  /** One or two sentences: what, by when, for whom. */
  readonly lead: string;
  readonly sections: readonly MailSection[];
  /** The one place to go to. */
  readonly link: MailLink;
  /** Why the receiver gets it, a reason a line: "Du er formand for HovedMED." */
  readonly why: readonly string[];
  /** Who sent it, and what answering it does. */
  readonly footer: string;
}

/** One matter of several. */
export interface MailSection {
  readonly title?: string;
  readonly text?: string;
  readonly lines: readonly MailLine[];
  readonly link?: MailLink;
}

/** `Papirerne skal ud: onsdag den 2. december 2026 (uge 49)`. */
export interface MailLine {
  readonly label: string;
  readonly value: string;
}

export interface MailLink {
  readonly text: string;
  /** http or https. */
  readonly url: string;
}
