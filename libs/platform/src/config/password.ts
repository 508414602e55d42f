/** A line without what stands before the @ of an address, and without passwords among its parameters. */
export const withoutPassword = (line: string): string =>
  line.replace(/\/\/[^\s/]*@/g, '//***@').replace(/\b(pass[a-z]*|secret|token)=[^&\s]*/gi, '$1=***');

/** A value that may be an address, however badly written: everything before its last @ may be a password. */
export const withoutSecrets = (value: string): string =>
  withoutPassword(
    value.replace(/^([a-z][a-z0-9+.-]*:\/*)?.*@/is, (_, scheme: string | undefined) => `${scheme ?? ''}***@`),
  );
