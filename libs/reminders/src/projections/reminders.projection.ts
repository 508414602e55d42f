import type { ProjectedEvent, Projection, ViewWriter } from '@rettidig/event-sourcing';
import { projection } from '@rettidig/event-sourcing';
import { mailStory } from '../mail-story.js';
import { subjectOfStream, subjects } from '../subjects.js';
import { goOn, occasionSchema } from './occasions.js';
import { mailSchema } from './mail-tables.js';
import { noteMail } from './mails.js';
import { windowOf, windowSchema } from './windows.js';

/** The name of the view that says what is due, and who was told of what. */
export const REMINDERS_VIEW = 'reminders';

/** Open windows as well, because people who were told of the meeting are told of it at once. */
const windowTypes: readonly string[] = ['MeetingMoved', 'MeetingCancelled'];

const types = [...new Set([...subjects.flatMap(({ decider }) => Object.keys(decider.evolve)), ...windowTypes])];

/** What people may have to be reminded of, by the day it is about; and every mail with what it told to whom. */
export const remindersView: Projection = projection({
  name: REMINDERS_VIEW,
  version: 6,
  schema: [...occasionSchema, ...windowSchema, ...mailSchema],
  on: Object.fromEntries(
    types.map((type) => [type, (view: ViewWriter, event: ProjectedEvent) => together(view, [event])]),
  ),
  together,
});

function together(view: ViewWriter, events: readonly ProjectedEvent[]): void {
  for (const event of events) if (windowTypes.includes(event.type)) windowOf(view, event.knownAt);
  const subject = subjectOfStream(events[0]!.stream);
  if (subject?.category === mailStory.category) for (const event of events) noteMail(view, event);
  else if (subject) goOn(view, subject, events);
}
