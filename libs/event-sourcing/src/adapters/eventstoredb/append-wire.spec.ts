import { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { AllStreamPosition, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import { NO_STREAM } from '../../event-store.js';
import { appendAnswer, appendRequests, type Append } from './append-wire.js';

const CORRELATION = '3f0e8a52-9c1b-4b57-8d24-0c6f1e2a7b90';
const EVENT_ID = '8b1de1e4-5f7a-4c55-9d43-6a0f4a1c2e3d';
const DEADLINE = Date.parse('2026-04-24T10:00:00.123Z');

const anEvent = (data = '{"title":"Æblegrød"}') => ({
  ...{ id: EVENT_ID, type: 'SomethingHappened', data, metadata: '{"schema":1}' },
});
const anAppend = (changes: Partial<Append> = {}): Append => ({
  ...{ stream: 'test_thing-ø', expected: 0, events: [anEvent()], deadline: DEADLINE },
  ...changes,
});

/** What the classes that were generated from the protocol read in it. */
const understood = (append: Append) =>
  appendRequests(CORRELATION, append).map((m) => BatchAppendReq.deserializeBinary(m));
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

describe('an append as it is sent', () => {
  it('says what is appended, where, and until when', () => {
    const [request] = understood(anAppend());
    expect(request!.getCorrelationId()!.getString()).toBe(CORRELATION);
    expect(request!.getIsFinal()).toBe(true);
    const options = request!.getOptions()!;
    expect(text(options.getStreamIdentifier()!.getStreamName_asU8())).toBe('test_thing-ø');
    expect(options.getDeadline()!.toDate()).toEqual(new Date(DEADLINE));
    const [event] = request!.getProposedMessagesList();
    expect(event!.getId()!.getString()).toBe(EVENT_ID);
    expect(event!.getMetadataMap().get('type')).toBe('SomethingHappened');
    expect(event!.getMetadataMap().get('content-type')).toBe('application/json');
    expect(text(event!.getData_asU8())).toBe('{"title":"Æblegrød"}');
    expect(text(event!.getCustomMetadata_asU8())).toBe('{"schema":1}');
  });

  it.each([
    [0, '0'],
    [127, '127'],
    [128, '128'],
    [5_000_000_000, '5000000000'],
  ])('expects the revision %s, also the first one', (expected, said) => {
    const options = understood(anAppend({ expected }))[0]!.getOptions()!;
    expect(options.hasStreamPosition()).toBe(true);
    expect(options.getStreamPosition()).toBe(said);
  });

  it('expects no stream, or any revision', () => {
    expect(
      understood(anAppend({ expected: NO_STREAM }))[0]!
        .getOptions()!
        .hasNoStream(),
    ).toBe(true);
    expect(
      understood(anAppend({ expected: 'any' }))[0]!
        .getOptions()!
        .hasAny(),
    ).toBe(true);
  });

  it('keeps the order of its events', () => {
    const events = ['1', '2', '3'].map((data) => anEvent(data));
    const [request] = understood(anAppend({ events }));
    expect(request!.getProposedMessagesList().map((event) => text(event.getData_asU8()))).toEqual(['1', '2', '3']);
  });

  it('goes in several messages when it is large, and the last one says so', () => {
    const events = ['a', 'b', 'c'].map((letter) => anEvent(`"${letter.repeat(600_000)}"`));
    const requests = understood(anAppend({ events }));
    expect(requests.map((request) => request.getProposedMessagesList().length)).toEqual([1, 1, 1]);
    expect(requests.map((request) => request.hasOptions())).toEqual([true, false, false]);
    expect(requests.map((request) => request.getIsFinal())).toEqual([false, false, true]);
    expect(text(requests[2]!.getProposedMessagesList()[0]!.getData_asU8())).toBe(events[2]!.data);
  });
});

describe('the answer to an append', () => {
  const answered = (change: (answer: BatchAppendResp, success: BatchAppendResp.Success) => void) => {
    const success = new BatchAppendResp.Success().setCurrentRevision('0');
    const answer = new BatchAppendResp().setCorrelationId(new UUID().setString(CORRELATION)).setSuccess(success);
    change(answer, success);
    return appendAnswer(Buffer.from(answer.serializeBinary()));
  };

  it('tells where it ended', () => {
    const position = new AllStreamPosition().setCommitPosition('4503599627370497').setPreparePosition('300');
    expect(answered((_, success) => success.setCurrentRevision('700').setPosition(position))).toEqual({
      correlationId: CORRELATION,
      appended: { revision: 700, position: { commit: 4503599627370497, prepare: 300 } },
    });
    expect(answered(() => undefined).appended).toEqual({ revision: 0, position: undefined });
  });

  it('names the append in either spelling', () => {
    const halves = new UUID.Structured()
      .setMostSignificantBits(BigInt.asIntN(64, 0x3f0e8a529c1b4b57n).toString())
      .setLeastSignificantBits(BigInt.asIntN(64, 0x8d240c6f1e2a7b90n).toString());
    const { correlationId } = answered((answer) => answer.setCorrelationId(new UUID().setStructured(halves)));
    expect(correlationId).toBe(CORRELATION);
  });

  it('tells nothing of where it ended when it was refused', () => {
    const error = new BatchAppendResp().setCorrelationId(new UUID().setString(CORRELATION));
    expect(appendAnswer(Buffer.from(error.serializeBinary())).appended).toBeUndefined();
  });

  it('is not taken when a part of it is missing', () => {
    const whole = Buffer.from(
      new BatchAppendResp().setCorrelationId(new UUID().setString(CORRELATION)).serializeBinary(),
    );
    expect(() => appendAnswer(whole.subarray(0, -1))).toThrow(RangeError);
  });
});
