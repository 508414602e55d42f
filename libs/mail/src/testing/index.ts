export * from './certificate.js';
export * from './mailer-contract.js';
export * from './smtp-server.js';
export { someMail } from './some-mail.js';
