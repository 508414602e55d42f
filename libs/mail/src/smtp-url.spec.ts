import { smtpServerOf } from './smtp-url.js';

describe('the address of a mail server', () => {
  it.each([
    ['smtp://relay.kommune.dk', { host: 'relay.kommune.dk', port: 587, tls: 'required', login: null }],
    ['smtp://relay.kommune.dk:25/', { host: 'relay.kommune.dk', port: 25, tls: 'required', login: null }],
    ['smtps://relay.kommune.dk', { host: 'relay.kommune.dk', port: 465, tls: 'always', login: null }],
    ['smtp://localhost:1025?tls=no', { host: 'localhost', port: 1025, tls: 'none', login: null }],
    ['smtp://[::1]:1025?tls=no', { host: '::1', port: 1025, tls: 'none', login: null }],
    [
      'smtp://rettidig%40kommune.dk:p%40ss%2Fw%C3%B8rd@relay:2525?tls=yes',
      { host: 'relay', port: 2525, tls: 'required', login: { user: 'rettidig@kommune.dk', password: 'p@ss/wørd' } },
    ],
    ['smtp://u:p@127.0.0.1?tls=no', { host: '127.0.0.1', port: 587, tls: 'none', login: { user: 'u', password: 'p' } }],
  ])('%s is read', (url, server) => {
    expect(smtpServerOf(url)).toEqual(server);
  });

  it.each([
    ['relay.kommune.dk', 'not-an-address'],
    ['http://relay.kommune.dk', 'not-an-address'],
    ['smtp://', 'not-an-address'],
    ['smtp://relay/path', 'not-an-address'],
    ['smtp://relay#x', 'not-an-address'],
    ['smtp://u%zz:p@relay', 'not-an-address'],
    ['smtp://relay?ssl=true', 'unknown-parameter'],
    ['smtp://relay?tls=no&tls=yes', 'unknown-parameter'],
    ['smtp://u:p@relay?tls=no', 'password-in-the-clear'],
  ])('%s is not: %s', (url, problem) => {
    expect(smtpServerOf(url)).toBe(problem);
  });
});
