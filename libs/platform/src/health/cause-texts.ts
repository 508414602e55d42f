import type { Text } from '@rettidig/event-sourcing';

/** Why a process is not ready, or not well: what it means and, where a person can do something, what. */
export const causeTexts = {
  'view-building': {
    da: 'Visningen {about} er ved at blive bygget: {percent} %.',
    en: 'The view {about} is being built: {percent} %.',
  },
  'view-failed': {
    da: 'Visningen {about} er gået i stå ved en hændelse, som den ikke kan læse.',
    en: 'The view {about} has stopped at an event that it cannot read.',
  },
  'view-behind': {
    da: 'Visningerne mangler {count} hændelser.',
    en: 'The views are {count} events behind.',
  },
  'reference-behind': {
    da: 'Struktur, regler og møder i hukommelsen er ikke nået til enden af loggen ({about}).',
    en: 'Structure, rules and meetings in memory have not reached the end of the log ({about}).',
  },
  'unknown-event-type': {
    da: 'Loggen har hændelser af typen {about}, som denne version ikke kender; {count} hændelser venter på at blive læst. De er skrevet af en nyere version: opgrader denne.',
    en: 'The log holds events of the type {about}, which this version does not know; {count} events wait to be read. A newer version wrote them: upgrade this one.',
  },
  'event-parked': {
    da: 'Reaktionen {about} har opgivet {count} hændelser.',
    en: 'The reaction {about} has given up {count} events.',
  },
  'reaction-lost': {
    da: 'Reaktionen {about} har gemt et sted i loggen, som ikke passer til den ({why}), som efter en gendannelse. Den venter på, at et menneske ser på det.',
    en: 'The reaction {about} has stored a place that does not fit this log ({why}), as after a restore. It waits for somebody to look at it.',
  },
  'reaction-waiting': {
    da: 'Reaktionen {about} kommer ikke videre ({why}); den prøver igen.',
    en: 'The reaction {about} does not get on ({why}); it tries again.',
  },
  'store-trouble': {
    da: 'Visningerne venter på lageret eller disken ({about}).',
    en: 'The views wait for the store or the disk ({about}).',
  },
  'store-unreachable': {
    da: 'Loggen svarer ikke ({about}).',
    en: 'The log does not answer ({about}).',
  },
  'subscription-not-live': {
    da: 'Abonnementet på loggen er ikke nået til enden af den ({about}).',
    en: 'The subscription to the log has not reached its end ({about}).',
  },
  'subscription-failed': {
    da: 'Abonnementet på loggen er stoppet og kommer ikke i gang af sig selv ({about}). Se loglinjerne.',
    en: 'The subscription to the log has stopped and will not start by itself ({about}). See the log lines.',
  },
  'private-store-trouble': {
    da: 'Det private lager med nøgler og navne svarer ikke ({about}).',
    en: 'The private store with keys and names does not answer ({about}).',
  },
  'queue-trouble': {
    da: 'Køen svarer ikke ({about}). Intet er tabt: hvad der skal gøres, findes frem igen.',
    en: 'The queue does not answer ({about}). Nothing is lost: what has to be done is found again.',
  },
  'effects-dead': {
    da: '{count} opgaver er opgivet efter gentagne forsøg. De står med en grund blandt dem, som GET /api/v1/effects?state=failed viser; de kan begynde forfra med POST /api/v1/effects/<id>/retry.',
    en: '{count} jobs were given up after repeated attempts. They stand, with a reason, among those that GET /api/v1/effects?state=failed lists; POST /api/v1/effects/<id>/retry lets one begin anew.',
  },
  'sweep-failed': {
    da: 'Der kan ikke ses efter, hvad {about} skal gøre ({why}).',
    en: 'What {about} has to do cannot be looked for ({why}).',
  },
  'mail-trouble': {
    da: 'Der kan ikke sendes mails lige nu ({about}). Intet er tabt: de venter og bliver sendt, når det går igen. Bliver det ved, så se på SMTP_URL, MAIL_FROM og mailserveren.',
    en: 'No mail can be sent just now ({about}). Nothing is lost: they wait and are sent when it works again. If it lasts, look at SMTP_URL, MAIL_FROM and the mail server.',
  },
  'nobody-reached': {
    da: '{count} påmindelser kan ikke nå nogen ({about}): ingen har funktionen, eller der mangler mailadresser. De venter, og sekretariatet ser dem med GET /api/v1/mails/undeliverable.',
    en: '{count} reminders can reach nobody ({about}): nobody has the function, or mail addresses are missing. They wait, and the secretariat sees them with GET /api/v1/mails/undeliverable.',
  },
  'mail-stays-here': {
    da: 'Ingen mails bliver sendt: SMTP_URL er ikke sat, så de bliver liggende i mappen {about} hos denne worker, og ingen side viser dem. Sæt SMTP_URL og MAIL_FROM.',
    en: 'No mail is sent: SMTP_URL is not set, so they stay in the folder {about} of this worker, and no page shows them. Set SMTP_URL and MAIL_FROM.',
  },
  'disk-full': {
    da: 'Der er kun {count} MiB plads tilbage i datamappen.',
    en: 'Only {count} MiB are left in the data folder.',
  },
} satisfies Readonly<Record<string, Text>>;

export type CauseCode = keyof typeof causeTexts;
