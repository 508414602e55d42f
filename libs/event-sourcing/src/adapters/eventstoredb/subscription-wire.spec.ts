import { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { told } from './subscription-wire.js';

const EVENT_ID = '8b1de1e4-5f7a-4c55-9d43-6a0f4a1c2e3d';
const { ReadEvent } = ReadResp;

/** As the classes write it that were generated from the protocol. */
const bytesOf = (answer: ReadResp): Buffer => Buffer.from(answer.serializeBinary());

function anEvent(change: (event: InstanceType<typeof ReadEvent.RecordedEvent>) => void = () => undefined): Buffer {
  const event = new ReadEvent.RecordedEvent()
    .setId(new UUID().setString(EVENT_ID))
    .setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from('test_thing-ø')))
    .setStreamRevision('300')
    .setCommitPosition('4503599627370497')
    .setPreparePosition('4503599627370400')
    .setCustomMetadata(Buffer.from('{"schema":1}'))
    .setData(Buffer.from('{"title":"Æblegrød"}'));
  event.getMetadataMap().set('type', 'SomethingHappened').set('created', '17').set('content-type', 'application/json');
  change(event);
  return bytesOf(new ReadResp().setEvent(new ReadEvent().setEvent(event).setCommitPosition('1')));
}

describe('what a subscription is told', () => {
  it('is an event with all there is in it', () => {
    expect(told(anEvent())).toEqual({
      is: 'event',
      event: {
        ...{ id: EVENT_ID, streamId: 'test_thing-ø', revision: 300, type: 'SomethingHappened', isJson: true },
        ...{ data: { title: 'Æblegrød' }, metadata: { schema: 1 } },
        position: { commit: 4503599627370497, prepare: 4503599627370400 },
      },
    });
  });

  it('has no data where these are none of JSON, whatever it says of itself', () => {
    const foreign = anEvent((event) => event.setData(Buffer.from('{')).setCustomMetadata(''));
    expect(told(foreign)).toMatchObject({ event: { data: undefined, metadata: undefined, isJson: true } });
    const bytes = anEvent((event) => event.getMetadataMap().set('content-type', 'application/octet-stream'));
    expect(told(bytes)).toMatchObject({ event: { isJson: false } });
  });

  it('is the beginning of a stream, and the mark of its end', () => {
    expect(told(anEvent((event) => event.setStreamRevision('0')))).toMatchObject({ event: { revision: 0 } });
    const mark = anEvent((event) => {
      event.setStreamRevision('9223372036854775807').getMetadataMap().set('type', '$streamDeleted');
    });
    expect(told(mark)).toMatchObject({ event: { type: '$streamDeleted', position: { commit: 4503599627370497 } } });
  });

  it('is a word about itself', () => {
    const confirmation = new ReadResp.SubscriptionConfirmation().setSubscriptionId('1');
    expect(told(bytesOf(new ReadResp().setConfirmation(confirmation)))).toEqual({ is: 'confirmed' });
    expect(told(bytesOf(new ReadResp().setCaughtUp(new ReadResp.CaughtUp())))).toEqual({ is: 'caught-up' });
    expect(told(bytesOf(new ReadResp().setFellBehind(new ReadResp.FellBehind())))).toEqual({ is: 'fell-behind' });
  });

  it('is something else that is passed over, also what a newer server says', () => {
    const checkpoint = new ReadResp.Checkpoint().setCommitPosition('1').setPreparePosition('1');
    expect(told(bytesOf(new ReadResp().setCheckpoint(checkpoint)))).toEqual({ is: 'other' });
    expect(told(Buffer.from([0xf9, 0x01, 1, 2, 3, 4, 5, 6, 7, 8]))).toEqual({ is: 'other' });
    expect(told(Buffer.alloc(0))).toEqual({ is: 'other' });
  });

  it('is not taken when a part of it is missing', () => {
    const whole = anEvent();
    for (let length = 1; length < whole.length; length += 1) {
      expect(() => told(whole.subarray(0, length))).toThrow(RangeError);
    }
    expect(() => told(bytesOf(new ReadResp().setEvent(new ReadEvent())))).toThrow(RangeError);
  });
});
