import type * as streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Recorded } from './recorded.js';

export type EventFilter = (event: Recorded) => boolean;

/** What $all never shows: `EventFilter.DefaultAllFilter`. */
export const inAll: EventFilter = ({ stream }) =>
  !stream.startsWith('$') ||
  (stream !== '$epoch-information' && !/^\$persistentsubscription-\$all::.*-(checkpoint|parked)$/.test(stream));

/** By name of the stream or type of the event; by prefixes when there is no regular expression. */
export function filterFrom(options: streams.ReadReq.Options.FilterOptions): EventFilter {
  const byType = options.getEventType();
  const matches = textFilter(byType ?? options.getStreamIdentifier()!);
  return (event) => inAll(event) && matches(byType ? event.type : event.stream);
}

function textFilter(expression: streams.ReadReq.Options.FilterOptions.Expression): (text: string) => boolean {
  const regex = expression.getRegex();
  if (regex !== '') {
    const pattern = new RegExp(regex);
    return (text) => pattern.test(text);
  }
  const prefixes = expression.getPrefixList();
  return (text) => prefixes.some((prefix) => text.startsWith(prefix));
}
