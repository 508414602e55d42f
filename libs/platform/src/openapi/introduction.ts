/** What a developer needs to know before the first call; Markdown, shown at the top of the documentation. */
export const INTRODUCTION = `Makes sure that organisational changes in a Danish municipality go through MED (co-influence and co-determination) at the right level and in time, and that no missed review can vanish.

### A first call

    curl -s http://127.0.0.1:3000/api/v1/missed-reviews -H 'X-Persona: deputyChair'

    curl -s http://127.0.0.1:3000/api/v1/changes -H 'X-Persona: manager' \\
      -H 'Content-Type: application/json' -H 'Idempotency-Key: 7f0c2b9e-first-try' \\
      -d '{"title": "Flere afdelingsledere i Center for Unge", "kind": "moreSectionManagers"}'

Until sign-in is set up, callers choose a persona by the header \`X-Persona\`, on the machine itself only.

### Doing something: commands

Every \`POST\` records one thing that somebody did or that happened; what is recorded is never overwritten, only followed by more. (\`POST /assessments\` only asks. Names of people and labels of seats stand outside the log and can be corrected.)

- **\`Idempotency-Key\`** goes with every command: a new value for each act (a UUID is fine). Send the same request again with the same key after a timeout: it is done once, and answers what it answered first. The same key with another body: 422 \`command.key-reused\`.
- **Facts and changes.** What happened in the world (a decision, a meeting that was held) is a *fact*: it is accepted at any age and never out of date. Other acts on something that exists are *changes*: they need **\`If-Match\`** with the **\`ETag\`** last seen, so that nobody overwrites what they have not read. Missing: 428; out of date: 412; then fetch it again, look, and try again. Each operation says which of the two it is. What the system itself concludes does not change an ETag.
- The answer has the \`id\`, the \`etag\` for the next change and the \`position\` of what was recorded (also as headers \`ETag\` and \`Position\`), and beside them what this command made or what it led to.
- Unknown is a value. Days are \`yyyy-mm-dd\` in Europe/Copenhagen; an uncertain day is \`{"on": "2026-04-24"}\`, \`{"onOrBefore": "2026-04-24"}\` or \`{"notStated": true}\`. Nothing has to be invented to fill a field: what is not known is left out.

### Reading: lists and details

- A list answers \`{"items": […], "total": n, "facets": {…}, "nextCursor": "…"}\`. \`total\` and \`facets\` count all pages. **Paging:** ask again with \`cursor=<nextCursor>\` and the same filters and \`sort\`, until \`nextCursor\` is null; \`limit\` is 50 unless given, 200 at most.
- **Filters** that take several values take them with commas (\`state=missed,rebutted\`) or repeated. \`-\` before a sort turns it round.
- **\`asOf\`** answers with what was *recorded* by then: an instant in UTC (\`2026-04-24T10:00:00Z\`), or a day, meaning its end in Copenhagen. \`validOn\` and \`holdsOn\` ask about another time: what *held in the world* on that day, as known now, or as known then together with \`asOf\`.
- **\`Consistent-With\`.** Lists follow the log by a fraction of a second. Send the \`position\` of your own command to be sure to see it: the answer waits up to two seconds for it, then 503 with \`Retry-After\`.
- **CSV:** where it says so, \`format=csv\` or \`Accept: text/csv\` gives exactly the same list, all pages.

### Errors and languages

Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\` to decide by, and a text to show. Codes that an operation can give stand by its statuses. A 503 passes: wait as long as \`Retry-After\` says and send the same again. Texts are in Danish, or in English for \`Accept-Language: en\`; codes, fields and this documentation are the same in both.`;
