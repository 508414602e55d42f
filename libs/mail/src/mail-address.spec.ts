import { isMailAddress, isReserved } from './mail-address.js';

it.each([
  'kim@eksempel.dk',
  'kim.eksempel+med@sof.kk.dk',
  'post@ældrecenter.dk',
  'post@xn--ldrecenter-g6a.dk',
  "o'hara_2@eksempel.museum",
])('takes %s', (address) => {
  expect(isMailAddress(address)).toBe(true);
});

it.each([
  '',
  'kim',
  'kim@',
  '@eksempel.dk',
  'kim@localhost',
  'kim@127.0.0.1',
  'kim@-eksempel.dk',
  'kim@eksempel..dk',
  '.kim@eksempel.dk',
  'kim eksempel@eksempel.dk',
  'Kim <kim@eksempel.dk>',
  'kim@eksempel.dk, bo@eksempel.dk',
  'kim@eksempel.dk\r\nBcc: alle@eksempel.dk',
  'kim@eksempel.dk\u2028',
  'søren@eksempel.dk',
  `${'k'.repeat(65)}@eksempel.dk`,
  `kim@${'e'.repeat(64)}.dk`,
  `kim@${'eksempel.'.repeat(30)}dk`,
])('does not take %j', (address) => {
  expect(isMailAddress(address)).toBe(false);
});

it.each(['kim@demo.invalid', 'kim@Kommunen.EXAMPLE', 'kim@example', 'kim@med.example.org', 'kim@x.test'])(
  'knows that %s leads nowhere',
  (address) => {
    expect(isReserved(address)).toBe(true);
  },
);

it.each(['kim@eksempel.dk', 'kim@myexample.com', 'kim@test.dk', 'invalid@kommune.dk', 'kim@example.dk'])(
  'leaves %s to the server',
  (address) => {
    expect(isReserved(address)).toBe(false);
  },
);
