import { Unusable } from '../../errors.js';
import { checkedUrl } from './connection-string.js';

const check = (url: string) => checkedUrl(url, 3000);

describe('a connection string', () => {
  it.each([
    ['esdb://localhost?tls=false', 'esdb://localhost'],
    ['esdb://localhost:2113/?tls=false', 'esdb://localhost:2113'],
    ['  esdb://admin:changeit@node-1.example.dk:2113  ', 'esdb://node-1.example.dk:2113'],
    ['esdb://admin:p%40ss%3Aw%2Frd@a:1,b:2,c:3?tls=true&nodePreference=leader', 'esdb://a:1,b:2,c:3'],
    ['esdb+discover://admin:changeit@cluster.example.dk', 'esdb+discover://cluster.example.dk'],
    ['esdb://a?Node-Preference=READ_ONLY_REPLICA&keepAliveInterval=-1', 'esdb://a'],
    [`esdb://a?tlsCAFile=${encodeURIComponent(__filename)}&tlsVerifyCert=true`, 'esdb://a'],
  ])('%s is taken and shown as %s', (url, shown) => {
    expect(check(url).shown).toBe(shown);
    expect(check(url).url).toContain(url.trim().split(/[?/]+/)[1]!);
  });

  it('gets times from ours where it names none, and keeps its own', () => {
    expect(check('esdb://a?tls=false').url).toBe(
      'esdb://a?tls=false&maxDiscoverAttempts=3&gossipTimeout=3&defaultDeadline=3000',
    );
    expect(check('esdb://a').url).toBe('esdb://a?maxDiscoverAttempts=3&gossipTimeout=3&defaultDeadline=3000');
    expect(check('esdb://a?gossip_timeout=9&MaxDiscoverAttempts=1').url).toBe(
      'esdb://a?gossip_timeout=9&MaxDiscoverAttempts=1&defaultDeadline=3000',
    );
  });

  it('knows each node of a cluster by itself', () => {
    const { nodes } = check('esdb+discover://u:p@a:1?tls=true');
    expect(nodes).toEqual(['esdb://u:p@a:1?tls=true&maxDiscoverAttempts=3&gossipTimeout=3&defaultDeadline=3000']);
  });

  it('says when its password goes nowhere', () => {
    expect(check('esdb://u:p@a?tls=false').hasIdlePassword).toBe(true);
    expect(check('esdb://u:p@a?tls=true').hasIdlePassword).toBe(false);
    expect(check('esdb://a?tls=false').hasIdlePassword).toBe(false);
  });

  it.each([
    ['', 'begin with'],
    ['localhost:2113', 'begin with'],
    ['http://localhost:2113', 'begin with'],
    ['kurrentdb://localhost', 'write esdb://'],
    ['kurrentdb+discover://localhost', 'write esdb://'],
    ['esdb://', 'no usable server'],
    ['esdb://?tls=false', 'no usable server'],
    ['esdb://admin:secret@', 'no usable server'],
    ['esdb://a:0', 'no usable server'],
    ['esdb://a:70000', 'no usable server'],
    ['esdb://a:b', 'no usable server'],
    ['esdb://a,,b', 'no usable server'],
    ['esdb://[::1]:2113', 'no usable server'],
    ['esdb://admin:sec:ret@a', '%3A'],
    ['esdb://admin:sec@ret@a', '%3A'],
    ['esdb://admin:sec%ret@a', '%3A'],
    ['esdb://admin:@a', '%3A'],
    ['esdb://admin@a', '%3A'],
    ['esdb://a?tlsVerifyCert=false', 'tlsCAFile'],
    ['esdb://a?throwOnAppendFailure=false', 'throwOnAppendFailure'],
    ['esdb://a?tlsCAFile=/nowhere/ca.crt', 'tlsCAFile cannot be read'],
    [`esdb://a?userCertFile=${encodeURIComponent(__filename)}`, 'go together'],
    ['esdb://a?tls=yes', 'option tls'],
    ['esdb://a?gossipTimeout=soon', 'option gossipTimeout'],
    ['esdb://a?nodePreference=nearest', 'option nodePreference'],
    ['esdb://a?secret=1', 'option secret'],
    ['esdb://a?tls', 'option tls'],
  ])('%j is refused, and what is wrong is said: %s', (url, said) => {
    let refused: unknown;
    try {
      check(url);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(Unusable);
    const { code, sentence } = refused as Unusable;
    expect(code).toBe('store.wrong-url');
    expect(sentence.en).toContain(said);
    expect(`${sentence.da}${sentence.en}`).not.toMatch(/sec.?ret@|admin:sec/);
  });
});
