/** The largest file that is read: 25 MiB. Minutes of a whole year with their annexes stay below a tenth of it. */
export const MOST_DOCUMENT_BYTES = 25 * 1024 * 1024;

/** What a zip container may hold when unpacked, in bytes, whatever its own table of contents claims. */
export const MOST_UNPACKED_BYTES = 200 * 1024 * 1024;

/** Text of a Word file that is read, in bytes of its XML: some hundred thousand paragraphs. Libraries need 60 times as much. */
export const MOST_WORD_BYTES = 16 * 1024 * 1024;

/** One sheet of a spreadsheet with its texts, in bytes of their XML, and its cells. */
export const MOST_SHEET_BYTES = 96 * 1024 * 1024;
export const MOST_SHEET_CELLS = 1_000_000;

/** How many entries a zip container may have. A Word file has some twenty. */
export const MOST_ZIP_ENTRIES = 2000;

/** Rows of a table that are read; the rest of the file is for another import. */
export const MOST_TABLE_ROWS = 100_000;

/** Pages of a PDF that are read. */
export const MOST_PDF_PAGES = 500;

/**
 * What the pages and fonts of a PDF may be unpacked, in bytes, for the lines of its tables to be looked for: the library
 * holds all that a page draws in memory, some thirty times as much. Of a larger one the text alone is read.
 */
export const MOST_DRAWN_BYTES = 16 * 1024 * 1024;

/** How many times one repeated event of a calendar is written out, and over how many years. */
export const MOST_OCCURRENCES = 750;
export const MOST_SERIES_YEARS = 5;

/** Events that a calendar may have in all: ten years of every committee of a large municipality. */
export const MOST_CALENDAR_ENTRIES = 20_000;

/** How deep XML elements may lie in each other, and how many there may be. */
export const MOST_XML_DEPTH = 50;
export const MOST_XML_ELEMENTS = 200_000;
