import type { Text } from '@rettidig/event-sourcing';

/** What the HTTP edge itself can answer, by code. Slices bring the texts of their own refusals. */
export const edgeTexts = {
  'request.invalid': {
    da: 'Forespørgslen kan ikke bruges, som den er. Se felterne under “errors”.',
    en: 'The request cannot be used as it is. See the fields under “errors”.',
  },
  'request.malformed': {
    da: 'Forespørgslen følger ikke HTTP.',
    en: 'The request does not follow HTTP.',
  },
  'request.too-slow': {
    da: 'Forespørgslen kom ikke frem i tide. Send den igen.',
    en: 'The request did not arrive in time. Send it again.',
  },
  'request.cross-site': {
    da: 'Forespørgslen kommer fra en anden hjemmeside og bliver ikke udført.',
    en: 'The request comes from another web site and is not carried out.',
  },
  'request.refused': {
    da: 'Forespørgslen kan ikke udføres.',
    en: 'The request cannot be carried out.',
  },
  'body.not-json': { da: 'Indholdet er ikke gyldig JSON.', en: 'The body is not valid JSON.' },
  'body.not-utf8': { da: 'Indholdet er ikke gyldig UTF-8.', en: 'The body is not valid UTF-8.' },
  'body.not-object': {
    da: 'Indholdet skal være ét JSON-objekt: { … }.',
    en: 'The body must be one JSON object: { … }.',
  },
  'body.too-large': {
    da: 'Indholdet er for stort. Der kan sendes op til {max} KiB.',
    en: 'The body is too large. Up to {max} KiB can be sent.',
  },
  'body.too-deep': {
    da: 'Indholdet har for mange niveauer. Der kan være op til {max}.',
    en: 'The body is nested too deeply. There can be up to {max} levels.',
  },
  'body.forbidden-key': {
    da: 'Indholdet har et felt med et navn, der ikke kan bruges: “{field}”.',
    en: 'The body has a field with a name that cannot be used: “{field}”.',
  },
  'content-type.unsupported': {
    da: 'Indholdet skal sendes som application/json i UTF-8.',
    en: 'The body must be sent as application/json in UTF-8.',
  },
  'content-type.not-a-file': {
    da: 'Send filen selv som indhold, med dens egen Content-Type (for eksempel application/pdf eller text/plain), ikke som JSON.',
    en: 'Send the file itself as the body, with its own Content-Type (for example application/pdf or text/plain), not as JSON.',
  },
  'file.missing': { da: 'Der fulgte ingen fil med.', en: 'No file was sent.' },
  'folder.not-a-file': {
    da: 'Det er hverken en fil eller en mappe (måske en genvej). Læg selve filen i mappen.',
    en: 'This is neither a file nor a folder (a link perhaps). Put the file itself into the folder.',
  },
  'folder.no-manifest': {
    da: 'Mappen har ingen XML-fil, som dagsordenen kan læses af. Udgiv dagsordenen igen fra sagssystemet.',
    en: 'The folder has no XML file that the agenda can be read from. Publish the agenda again from the document system.',
  },
  'token.too-often': {
    da: 'Der er spurgt for mange gange på kort tid. Prøv igen om et minut.',
    en: 'This was asked too many times within a short time. Try again in a minute.',
  },
  'route.unknown': {
    da: 'Der findes ikke noget på denne adresse. Se /api/docs.',
    en: 'There is nothing at this address. See /api/docs.',
  },
  'method.not-allowed': {
    da: 'Adressen kan ikke bruges med {method}, kun med {allowed}.',
    en: 'This address cannot be used with {method}, only with {allowed}.',
  },
  'url.malformed': { da: 'Adressen kan ikke læses.', en: 'The address cannot be read.' },
  'url.too-long': { da: 'Adressen er for lang.', en: 'The address is too long.' },
  'query.too-many-values': {
    da: 'Der er for mange parametre. Der kan være op til {max} værdier.',
    en: 'There are too many parameters. There can be up to {max} values.',
  },
  'accept.no-csv': {
    da: 'Denne liste findes ikke som CSV.',
    en: 'This list is not available as CSV.',
  },
  'header.repeated': {
    da: 'Headeren {header} er sendt mere end én gang.',
    en: 'The header {header} was sent more than once.',
  },
  'header.too-large': { da: 'Forespørgslens headere er for store.', en: 'The headers of the request are too large.' },
  'idempotency-key.missing': {
    da: 'Send headeren Idempotency-Key med en ny værdi for hver handling, så den kun bliver udført én gang.',
    en: 'Send the header Idempotency-Key with a new value for each act, so that it is carried out only once.',
  },
  'idempotency-key.malformed': {
    da: 'Idempotency-Key skal være 8-200 synlige ASCII-tegn uden mellemrum.',
    en: 'Idempotency-Key must be 8-200 visible ASCII characters without blanks.',
  },
  'if-match.malformed': {
    da: 'If-Match skal være præcis den ETag, du sidst så.',
    en: 'If-Match must be exactly the ETag that you last saw.',
  },
  'consistent-with.malformed': {
    da: 'Consistent-With skal være en Position fra et tidligere svar.',
    en: 'Consistent-With must be a Position from an earlier answer.',
  },
  'persona.missing': {
    da: 'Vælg en demorolle med headeren X-Persona: {allowed}.',
    en: 'Choose a demo role with the header X-Persona: {allowed}.',
  },
  'persona.unknown': {
    da: 'Demorollen findes ikke. Vælg en af: {allowed}.',
    en: 'There is no such demo role. Choose one of: {allowed}.',
  },
  'persona.behind-proxy': {
    da: 'Demoroller kan kun bruges direkte på denne maskine, ikke gennem en proxy ({header}).',
    en: 'Demo roles can only be used directly on this machine, not through a proxy ({header}).',
  },
  'persona.not-loopback': {
    da: 'Demoroller kan kun bruges fra den maskine, som programmet kører på.',
    en: 'Demo roles can only be used from the machine that the program runs on.',
  },
  'expect.unsupported': {
    da: 'Headeren Expect kan kun være 100-continue.',
    en: 'The header Expect can only be 100-continue.',
  },
  'host.not-loopback': {
    da: 'Brug adressen localhost: en demo svarer ikke på andre værtsnavne.',
    en: 'Use the address localhost: a demo does not answer to other host names.',
  },
  'error.internal': {
    da: 'Der skete en fejl i programmet. Opgiv nummeret under “instance”, når du melder den.',
    en: 'The program failed. Give the number under “instance” when you report it.',
  },
  'try-later': {
    da: 'Det kan ikke lade sig gøre lige nu. Prøv igen om {seconds} sekunder.',
    en: 'This cannot be done right now. Try again in {seconds} seconds.',
  },
} satisfies Readonly<Record<string, Text>>;
