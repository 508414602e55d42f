import { Unusable } from '../../errors.js';

/** Versions from this one on take appends as we send them, and follow with a filter. */
const OLDEST = { shown: '21.10', year: 21, month: 10 };

/** Whether a version that the server tells is too old; one that it does not tell is not. */
export function isTooOld(version: string): boolean {
  const [, year, month] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  if (year === undefined || Number(year) === 0) return false;
  return Number(year) < OLDEST.year || (Number(year) === OLDEST.year && Number(month) < OLDEST.month);
}

export const oldServer = (shown: string, version: string): Unusable =>
  new Unusable('store.old-server', {
    da: `Serveren på ${shown} (version ${version}) er for gammel. Brug EventStoreDB ${OLDEST.shown} eller nyere, helst 23.10 eller 24.10.`,
    en: `The server at ${shown} (version ${version}) is too old. Use EventStoreDB ${OLDEST.shown} or newer, preferably 23.10 or 24.10.`,
  });

export const newerLog = (prefix: string): Unusable =>
  new Unusable('store.newer-log', {
    da: `Loggen med præfikset "${prefix}" er skrevet af en nyere version af programmet. Start den version, eller vælg et andet EVENTSTORE_PREFIX.`,
    en: `The log with the prefix "${prefix}" was written by a newer version of the program. Start that version, or choose another EVENTSTORE_PREFIX.`,
  });

export const wrongPrefix = (): Unusable =>
  new Unusable('store.wrong-prefix', {
    da: 'EVENTSTORE_PREFIX kan ikke bruges: skriv 1 til 40 små bogstaver a-z og cifre.',
    en: 'EVENTSTORE_PREFIX cannot be used: write 1 to 40 small letters a-z and digits.',
  });

type Sentence = (shown: string) => { readonly da: string; readonly en: string };

/** What stands in the way of a start, by the code that the same thing has while running. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  'store.bad-certificate': (shown) => ({
    da: `Forbindelsen til ${shown} kan ikke sikres: serverens certifikat godtages ikke, eller den ene side bruger ikke TLS. Angiv rodcertifikatet med tlsCAFile=… i EVENTSTORE_URL, brug det servernavn, der står i certifikatet, eller skriv tls=false, hvis serveren kører uden TLS.`,
    en: `The connection to ${shown} cannot be secured: the certificate of the server is not accepted, or one side does not use TLS. Name the root certificate with tlsCAFile=… in EVENTSTORE_URL, use the name of the server that stands in the certificate, or write tls=false where the server runs without TLS.`,
  }),
  'store.access-denied': (shown) => ({
    da: `Serveren på ${shown} afviser brugeren i EVENTSTORE_URL. Kontrollér bruger og adgangskode, og at brugeren må læse $all og skrive strømme (gruppen $ops eller $admins).`,
    en: `The server at ${shown} refuses the user in EVENTSTORE_URL. Check user and password, and that the user may read $all and write streams (the group $ops or $admins).`,
  }),
  'store.stream-deleted': (shown) => ({
    da: `Nogen har slettet strømme af loggen på ${shown}. Genskab en sikkerhedskopi af serveren, eller begynd forfra med et andet EVENTSTORE_PREFIX.`,
    en: `Somebody has deleted streams of the log at ${shown}. Restore a backup of the server, or begin anew with another EVENTSTORE_PREFIX.`,
  }),
};

/** What only a person can mend, as a refusal; undefined for what may pass. */
export function refusalOf(code: string, shown: string): Unusable | undefined {
  const sentence = SENTENCES[code];
  return sentence && new Unusable(code, sentence(shown));
}

export const nothingThere = (shown: string, seconds: number, last: string): Unusable =>
  new Unusable('store.unreachable', {
    da: `EventStoreDB på ${shown} svarede ikke inden for ${seconds} sekunder (${last}). Kontrollér EVENTSTORE_URL, og at serveren kører og kan nås herfra.`,
    en: `EventStoreDB at ${shown} did not answer within ${seconds} seconds (${last}). Check EVENTSTORE_URL, and that the server runs and can be reached from here.`,
  });
