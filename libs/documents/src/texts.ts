import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** What a file that cannot be read is, and what to do about it, by code. Details in braces; sizes in MiB. */
export const documentRefusals = {
  'document.empty': text('Filen er tom. Vælg den rigtige fil.', 'The file is empty. Choose the right file.'),
  'document.too-large': text(
    'Filen er større end {limit} MB. Del den op, eller fjern billeder og bilag.',
    'The file is larger than {limit} MB. Split it, or take out pictures and annexes.',
  ),
  'document.damaged': text(
    'Filen er beskadiget eller ikke hentet helt. Hent eller gem den igen.',
    'The file is damaged or was not downloaded completely. Download or save it again.',
  ),
  'document.not-readable': text(
    'Filen er ikke tekst. Brug .docx, .pdf, .xlsx, .csv, .ics, .xml eller ren tekst i UTF-8.',
    'The file is not text. Use .docx, .pdf, .xlsx, .csv, .ics, .xml, or plain text in UTF-8.',
  ),
  'document.not-what-it-says': text(
    'Filen hedder .{extension}, men indholdet er noget andet. Åbn den, og gem den igen som .{extension}.',
    'The file is called .{extension} but holds something else. Open it and save it again as .{extension}.',
  ),
  'document.is-encrypted': text(
    'Filen er beskyttet med en adgangskode. Gem en kopi uden adgangskode.',
    'The file is protected with a password. Save a copy without a password.',
  ),
  'document.is-doc': text(
    'Filen er i det gamle Word-format (.doc). Åbn den i Word, og gem som .docx.',
    'The file is in the old Word format (.doc). Open it in Word and save it as .docx.',
  ),
  'document.is-xls': text(
    'Filen er i et ældre eller binært Excel-format (.xls, .xlsb). Åbn den i Excel, og gem som .xlsx eller .csv.',
    'The file is in an older or binary Excel format (.xls, .xlsb). Open it in Excel and save it as .xlsx or .csv.',
  ),
  'document.is-old-office': text(
    'Filen er en mail eller en fil i et gammelt Office-format. Gem teksten som .docx eller .pdf.',
    'The file is a mail or a file of an old Office format. Save the text as .docx or .pdf.',
  ),
  'document.is-presentation': text(
    'Filen er en præsentation. Gem den som .pdf.',
    'The file is a presentation. Save it as .pdf.',
  ),
  'document.is-open-document': text(
    'Filen er i OpenDocument-format (.odt, .ods). Gem den som .docx eller .xlsx.',
    'The file is in OpenDocument format (.odt, .ods). Save it as .docx or .xlsx.',
  ),
  'document.is-zip': text(
    'Filen er en zip-mappe med flere filer. Pak den ud, og vælg én fil ad gangen.',
    'The file is a zip folder of several files. Unpack it and choose one file at a time.',
  ),
  'document.is-image': text(
    'Filen er et billede. Brug den oprindelige fil, eller kør tekstgenkendelse (OCR), og gem som .pdf.',
    'The file is a picture. Use the original file, or run text recognition (OCR) and save it as .pdf.',
  ),
  'document.is-html': text(
    'Filen er en webside (HTML), også hvis den hedder .xls. Åbn den i Word eller Excel, og gem som .docx eller .xlsx.',
    'The file is a web page (HTML), even if called .xls. Open it in Word or Excel and save it as .docx or .xlsx.',
  ),
  'document.is-rtf': text(
    'Filen er i RTF-format. Åbn den i Word, og gem som .docx.',
    'The file is in RTF format. Open it in Word and save it as .docx.',
  ),
  'document.zip-bomb': text(
    'Filen fylder udpakket mere end {limit} MB eller har flere end {entries} dele og læses ikke. Gem indholdet i en ny fil.',
    'Unpacked, the file takes more than {limit} MB or has more than {entries} parts, and is not read. Save what it holds in a new file.',
  ),
  'document.text-too-long': text(
    'Filen har mere end {limit} MB tekst. Del den op.',
    'The file has more than {limit} MB of text. Split it.',
  ),
  'document.docx-has-no-text': text(
    'Word-filen har kun billeder og ingen tekst. Brug den oprindelige fil, eller kør tekstgenkendelse (OCR) først.',
    'The Word file has pictures only and no text. Use the original file, or run text recognition (OCR) first.',
  ),
  'document.pdf-has-no-text': text(
    'PDF-filen er scannet og har ingen tekst. Brug Word-filen, eller kør tekstgenkendelse (OCR) først.',
    'The PDF is scanned and has no text. Use the Word file, or run text recognition (OCR) first.',
  ),
  'document.pdf-too-many-pages': text(
    'PDF-filen har {pages} sider, og der læses højst {limit}. Del den op.',
    'The PDF has {pages} pages, and at most {limit} are read. Split it.',
  ),
  'document.csv-delimiter-unknown': text(
    'Rækkerne deles ikke af det samme tegn. Gem som CSV med semikolon mellem kolonnerne.',
    'The rows are not divided by the same sign. Save it as CSV with semicolons between the columns.',
  ),
  'document.csv-quotes': text(
    'Et citationstegn i række {row} bliver aldrig lukket. Ret rækken, og gem igen.',
    'A quotation mark in row {row} is never closed. Mend the row and save it again.',
  ),
  'document.too-many-rows': text(
    'Tabellen har flere end {limit} rækker. Del den op.',
    'The table has more than {limit} rows. Split it.',
  ),
  'document.too-many-cells': text(
    'Arket har flere end {limit} celler. Kopiér tabellen over i et nyt ark uden tomme kolonner.',
    'The sheet has more than {limit} cells. Copy the table to a new sheet without empty columns.',
  ),
  'document.calendar-too-many': text(
    'Kalenderen har flere end {limit} begivenheder. Eksportér en kortere periode.',
    'The calendar has more than {limit} events. Export a shorter period.',
  ),
  'document.calendar-time-unknown': text(
    'Begivenhed nr. {number} i kalenderen har et tidspunkt eller en tidszone, der ikke kan læses. Ret den, og eksportér igen.',
    'Event no. {number} of the calendar has a time or time zone that cannot be read. Mend it and export again.',
  ),
  'document.calendar-rule-unknown': text(
    'Begivenhed nr. {number} i kalenderen gentages efter en regel, der ikke kan læses. Opret møderne enkeltvis, og eksportér igen.',
    'Event no. {number} of the calendar repeats by a rule that cannot be read. Enter the meetings one by one and export again.',
  ),
  'document.xml-doctype': text(
    'Filen erklærer en DOCTYPE eller egne entiteter og læses ikke. Eksportér den uden.',
    'The file declares a DOCTYPE or entities of its own and is not read. Export it without.',
  ),
  'document.xml-malformed': text(
    'XML-filen er ikke velformet: se linje {line}. Eksportér den igen.',
    'The XML file is not well-formed: see line {line}. Export it again.',
  ),
  'document.xml-too-complex': text(
    'XML-filen har elementer i mere end {depth} niveauer eller flere end {elements} elementer. Eksportér et mindre udsnit.',
    'The XML file has elements more than {depth} levels deep or more than {elements} elements. Export less of it.',
  ),
  'document.encoding-unknown': text(
    'Filen siger, at dens tegnsæt er noget andet end UTF-8, ISO-8859-1 eller Windows-1252. Gem den som UTF-8.',
    'The file says that its encoding is something else than UTF-8, ISO-8859-1, or Windows-1252. Save it as UTF-8.',
  ),
} satisfies Readonly<Record<string, Text>>;

/** What should be known about a file that was read, by code. */
export const documentWarnings = {
  'document.read-as-windows-1252': text(
    'Filen er ikke UTF-8 og er læst som Windows-1252. Se efter, at æ, ø og å står rigtigt.',
    'The file is not UTF-8 and was read as Windows-1252. Check that æ, ø, and å came out right.',
  ),
  'document.damaged-letters': text(
    '{count} bogstaver kan ikke læses, det første i linje {line}.',
    '{count} letters cannot be read, the first one in line {line}.',
  ),
  'document.garbled-letters': text(
    'Danske bogstaver ser ødelagte ud (»Ã¦« for »æ«), første gang i linje {line}. Gem filen igen i UTF-8.',
    'Danish letters look garbled ("Ã¦" for "æ"), first in line {line}. Save the file again in UTF-8.',
  ),
  'document.macros-ignored': text(
    'Filen har makroer. De er ikke kørt, kun teksten er læst.',
    'The file has macros. They were not run, only the text was read.',
  ),
  'document.changes-tracked': text(
    'Filen har rettelser, der ikke er godkendt. Den er læst, som om de var det.',
    'The file has tracked changes. It was read as if they were accepted.',
  ),
  'document.pages-without-text': text(
    '{count} sider er billeder uden tekst, den første er side {page}.',
    '{count} pages are pictures without text, the first one is page {page}.',
  ),
  'document.other-sheets-ignored': text(
    'Kun det første ark er læst; {count} andre ark har også indhold.',
    'Only the first sheet was read; {count} other sheets hold something too.',
  ),
  'document.hidden-rows-read': text('{count} skjulte rækker er læst med.', '{count} hidden rows were read too.'),
  'document.series-cut': text(
    'En begivenhed gentages længe. Der er læst højst {years} år og {occurrences} gange af den.',
    'An event repeats for long. At most {years} years and {occurrences} times of it were read.',
  ),
} satisfies Readonly<Record<string, Text>>;
