/** A text that may be an address, without what stands before its @ and without passwords among its parameters. */
export const withoutPassword = (text: string): string =>
  text
    .replace(/^([a-z][a-z0-9+.-]*:\/*)?.*@/is, (_, scheme: string | undefined) => `${scheme ?? ''}***@`)
    .replace(/(pass[a-z]*|secret|token)=[^&\s]*/gi, '$1=***');
