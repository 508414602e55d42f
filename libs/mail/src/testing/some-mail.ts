import type { MailMessage } from '../mailer.js';

/** A mail with every letter that Danish has. */
export const someMail: MailMessage = {
  messageId: '<mail.7f1c@rettidig.example>',
  to: { address: 'formand@kommune.eksempel.dk' },
  subject: 'Påmindelse: papirerne til HovedMED skal ud senest onsdag den 2. december 2026 (uge 49) – æøå ÆØÅ é',
  text: 'Kære formand\n\nPapirerne skal ud onsdag den 2. december – æøå ÆØÅ é.\n.\n..punktum først på linjen\nFrom nowhere\n',
  html: '<!doctype html><html lang="da"><body><p>Kære formand</p>\n<p>Papirerne skal ud – æøå ÆØÅ é.</p></body></html>',
  references: ['<case.41@rettidig.example>'],
};
