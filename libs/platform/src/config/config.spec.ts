import { Unusable } from '@rettidig/event-sourcing';
import { readConfig } from './config.js';

const complaintsOf = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof Unusable) return [...error.sentence.da.split('\n'), ...error.sentence.en.split('\n')];
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: './data',
      demo: true,
      logLevel: 'info',
      agendaDir: null,
    });
  });

  it('takes what is set, and an empty value for unset', () => {
    expect(readConfig({ HOST: '::1', PORT: '8080', DATA_DIR: '/srv/data', DEMO: 'false', LOG_LEVEL: '' })).toEqual({
      host: '::1',
      port: 8080,
      dataDir: '/srv/data',
      demo: false,
      logLevel: 'info',
      agendaDir: null,
    });
  });

  it('watches a folder only where there is one', () => {
    expect(readConfig({ AGENDA_DIR: __dirname }).agendaDir).toBe(__dirname);
    const [danish, english] = complaintsOf({ AGENDA_DIR: '/nowhere/at/all' });
    expect(danish).toBe('AGENDA_DIR=/nowhere/at/all kan ikke bruges: der skal stå en mappe, der findes og kan læses.');
    expect(english).toBe('AGENDA_DIR=/nowhere/at/all cannot be used: it must be a folder that exists and can be read.');
  });

  it('tells every wrong value at once, in Danish and in English', () => {
    const complaints = complaintsOf({ PORT: '70000', DEMO: 'maybe', LOG_LEVEL: 'loud', HOST: 'not a host' });
    expect(complaints).toHaveLength(8);
    expect(complaints).toContain('PORT=70000 kan ikke bruges: der skal stå et tal fra 0 til 65535.');
    expect(complaints).toContain('DEMO=maybe cannot be used: it must be true or false.');
  });

  it.each(['EVENTSTORE_URL', 'REDIS_URL', 'SMTP_URL', 'OIDC_ISSUER'])(
    'does not pretend to use %s, which this version does not have',
    (name) => {
      expect(complaintsOf({ [name]: 'esdb://somewhere' })).toEqual([
        expect.stringContaining(`Fjern ${name}.`),
        expect.stringContaining(`Unset ${name}.`),
      ]);
    },
  );
});
