import { isAddress } from './mime.checks.js';

/** What may stand before the @ without quotation marks (RFC 5322, dot-atom); mail servers seldom take more. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const LABEL = /^(?!-)[\p{L}\p{N}\p{M}-]{1,63}(?<!-)$/u;
const MOST = 254;

/**
 * Whether a text is an address that a mail can be sent to, as people write it: letters of any language after the @
 * (`post@ældrecenter.dk`), at least two parts there, and no address of a machine by number.
 */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  const labels = domain.split('.');
  const isWellFormed =
    labels.length >= 2 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1)!);
  return (
    text.length <= MOST && isAddress(text) && LOCAL.test(local) && isWellFormed && URL.canParse(`http://${domain}`)
  );
}

/** Names that lead nowhere for ever, kept free for examples and tests (RFC 2606 and 6761). */
const RESERVED = /(^|\.)(test|example|invalid|localhost|example\.(com|net|org))$/i;

/** Whether no mail can ever reach an address, because its name is reserved: that of an example, of a test, of a demo. */
export const isReserved = (address: string): boolean => RESERVED.test(address.slice(address.lastIndexOf('@') + 1));
