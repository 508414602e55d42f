import { Unusable } from '@rettidig/event-sourcing';
import { readConfig } from './config.js';
import { withoutPassword, withoutSecrets } from './password.js';

const complaintsOf = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof Unusable) return [...error.sentence.da.split('\n'), ...error.sentence.en.split('\n')];
    throw error;
  }
  return [];
};

const unset = {
  host: '127.0.0.1',
  port: 3000,
  dataDir: './data',
  demo: true,
  logLevel: 'info',
  agendaDir: null,
  shared: null,
  effectConcurrency: 10,
  mail: {
    server: null,
    from: { name: 'Rettidig', address: 'rettidig@rettidig.invalid' },
    publicUrl: 'http://127.0.0.1:3000',
    perMinute: 600,
  },
};
const engines = {
  EVENTSTORE_URL: 'esdb://admin:changeit@one:2113,two:2113?tls=true',
  REDIS_URL: 'rediss://:secret@cache:6380/2',
  PRIVATE_STORE_URL: 'postgresql://med:secret@db/rettidig?sslmode=verify-full',
};

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual(unset);
  });

  it('takes what is set, and an empty value for unset', () => {
    expect(readConfig({ HOST: '::1', PORT: '8080', DATA_DIR: '/srv/data', DEMO: 'false', LOG_LEVEL: '' })).toEqual({
      ...unset,
      host: '::1',
      port: 8080,
      dataDir: '/srv/data',
      demo: false,
      mail: { ...unset.mail, publicUrl: 'http://[::1]:8080' },
    });
  });

  it('lets a process have defaults of its own', () => {
    expect(readConfig({}, { PORT: 3001 }).port).toBe(3001);
    expect(readConfig({ PORT: '3000' }, { PORT: 3001 }).port).toBe(3000);
  });

  it('watches a folder only where there is one', () => {
    expect(readConfig({ AGENDA_DIR: __dirname }).agendaDir).toBe(__dirname);
    const [danish, english] = complaintsOf({ AGENDA_DIR: '/nowhere/at/all' });
    expect(danish).toBe('AGENDA_DIR=/nowhere/at/all kan ikke bruges: der skal stå en mappe, der findes og kan læses.');
    expect(english).toBe('AGENDA_DIR=/nowhere/at/all cannot be used: it must be a folder that exists and can be read.');
  });

  it('tells every wrong value at once, in Danish and in English', () => {
    const complaints = complaintsOf({
      PORT: '70000',
      DEMO: 'maybe',
      LOG_LEVEL: 'loud',
      HOST: 'not a host',
      LEASE_MS: '5',
      OIDC_ISSUER: 'https://x',
      REDIS_URL: 'redis://x',
    });
    expect(complaints).toHaveLength(14);
    expect(complaints).toContain('PORT=70000 kan ikke bruges: der skal stå et tal fra 0 til 65535.');
    expect(complaints).toContain('DEMO=maybe cannot be used: it must be true or false.');
    expect(complaints).toContain('LEASE_MS=5 cannot be used: it must be a number from 500 to 600000.');
  });

  it('does not pretend to use OIDC_ISSUER, which this version does not have', () => {
    expect(complaintsOf({ OIDC_ISSUER: 'https://somewhere' })).toEqual([
      expect.stringContaining('Fjern OIDC_ISSUER.'),
      expect.stringContaining('Unset OIDC_ISSUER.'),
    ]);
  });
});

describe('mail', () => {
  const server = { SMTP_URL: 'smtp://rettidig:hunter2@relay.kommune.dk', MAIL_FROM: 'Rettidig, MED <med@kommune.dk>' };

  it('goes to the server that is named, from whom it says, with links that people can open', () => {
    expect(
      readConfig({ ...server, PUBLIC_URL: 'https://rettidig.kommune.dk/med/', MAIL_PER_MINUTE: '30' }).mail,
    ).toEqual({
      server: {
        host: 'relay.kommune.dk',
        port: 587,
        tls: 'required',
        login: { user: 'rettidig', password: 'hunter2' },
      },
      from: { name: 'Rettidig, MED', address: 'med@kommune.dk' },
      publicUrl: 'https://rettidig.kommune.dk/med',
      perMinute: 30,
    });
    expect(readConfig({ MAIL_FROM: 'med@kommune.dk' }).mail.from).toEqual({ name: '', address: 'med@kommune.dk' });
    expect(readConfig({ HOST: '0.0.0.0', PORT: '80' }).mail.publicUrl).toBe('http://localhost:80');
  });

  it('is from somebody where there is a server', () => {
    expect(complaintsOf({ SMTP_URL: server.SMTP_URL })).toEqual([
      expect.stringContaining('men ikke MAIL_FROM'),
      expect.stringContaining('but not MAIL_FROM'),
    ]);
  });

  it.each([
    ['SMTP_URL', 'http://relay'],
    ['SMTP_URL', 'smtp://rettidig:hunter2@relay?tls=no'],
    ['MAIL_FROM', 'MED'],
    ['MAIL_FROM', 'MED <a@b.dk>, c@d.dk'],
    ['MAIL_FROM', 'MED <a@b.dk> hunter'],
    ['PUBLIC_URL', 'rettidig.kommune.dk'],
    ['PUBLIC_URL', 'https://user:hunter2@rettidig.kommune.dk'],
    ['PUBLIC_URL', 'https://rettidig.kommune.dk/?a=b'],
    ['MAIL_PER_MINUTE', '0'],
  ])('is refused with %s=%s, without a password', (name, value) => {
    const complaints = complaintsOf({ ...server, [name]: value });
    expect(complaints).toHaveLength(2);
    expect(complaints[0]).toContain(`${name}=`);
    expect(complaints.join()).not.toContain('hunter2');
  });
});

describe('the shared engines', () => {
  it('are used when all three are named, and nothing is filled with the demo unless asked for', () => {
    const { shared, demo } = readConfig(engines);
    expect(shared).toEqual({
      eventStore: { url: engines.EVENTSTORE_URL, prefix: 'rettidig' },
      redis: { url: engines.REDIS_URL, prefix: 'rettidig' },
      privateStore: { url: engines.PRIVATE_STORE_URL },
      callMs: 3000,
      patienceMs: 10_000,
      leaseMs: 10_000,
      startMs: 30_000,
    });
    expect(demo).toBe(false);
    expect(readConfig({ ...engines, DEMO: 'true' }).demo).toBe(true);
  });

  it('are never mixed with embedded ones: whoever is missing is named', () => {
    const { EVENTSTORE_URL, REDIS_URL } = engines;
    expect(complaintsOf({ EVENTSTORE_URL })).toEqual([
      'EVENTSTORE_URL er sat, men ikke REDIS_URL og PRIVATE_STORE_URL. Sæt alle tre, eller ingen af dem.',
      'EVENTSTORE_URL is set, but not REDIS_URL and PRIVATE_STORE_URL. Set all three, or none of them.',
    ]);
    expect(complaintsOf({ EVENTSTORE_URL, REDIS_URL })[0]).toContain('men ikke PRIVATE_STORE_URL');
  });

  it.each([
    ['EVENTSTORE_URL', 'http://host:2113'],
    ['EVENTSTORE_URL', 'esdb://'],
    ['EVENTSTORE_URL', 'esdb:// host'],
    ['REDIS_URL', 'localhost:6379'],
    ['PRIVATE_STORE_URL', 'mysql://host/x'],
    ['EVENTSTORE_PREFIX', 'With-Dash'],
    ['REDIS_PREFIX', 'a'.repeat(41)],
    ['EVENTSTORE_TIMEOUT_MS', '10s'],
    ['EFFECT_CONCURRENCY', '0'],
  ])('refuse %s=%s by name', (name, value) => {
    const complaints = complaintsOf({ ...engines, [name]: value });
    expect(complaints).toHaveLength(2);
    expect(complaints[0]).toContain(`${name}=`);
  });

  it('take a cluster and its discovery', () => {
    expect(readConfig({ ...engines, EVENTSTORE_URL: 'esdb+discover://cluster.med.dk' }).shared?.eventStore.url).toBe(
      'esdb+discover://cluster.med.dk',
    );
  });

  it('are given at least the time of one call', () => {
    const [danish] = complaintsOf({ ...engines, EVENTSTORE_TIMEOUT_MS: '5000', EVENTSTORE_PATIENCE_MS: '1000' });
    expect(danish).toContain('EVENTSTORE_PATIENCE_MS=1000 er kortere end EVENTSTORE_TIMEOUT_MS=5000');
  });

  it('never have their passwords printed', () => {
    const secret = 'hunter2';
    const wrong = {
      EVENTSTORE_URL: `http://admin:${secret}@host`,
      REDIS_URL: `:${secret}@host`,
      PRIVATE_STORE_URL: `pg://med:p@${secret}@host/db?password=${secret}`,
    };
    const complaints = complaintsOf(wrong);
    expect(complaints).toHaveLength(6);
    expect(complaints.join('\n')).not.toContain(secret);
    expect(complaints[0]).toContain('EVENTSTORE_URL=http://***@host');
  });
});

it.each([
  ['esdb://admin:changeit@one:2113,two:2113', 'esdb://***@one:2113,two:2113'],
  ['redis://host:6379/1', 'redis://host:6379/1'],
  ['postgresql://h/db?user=med&password=x&sslmode=require', 'postgresql://h/db?user=med&password=***&sslmode=require'],
])('%s is shown as %s', (url, shown) => {
  expect(withoutSecrets(url)).toBe(shown);
  expect(withoutPassword(`no answer from ${url} yet`)).toBe(`no answer from ${shown} yet`);
});
