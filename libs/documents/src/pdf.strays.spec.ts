import { withoutStrays } from './pdf.strays.js';

/** The listeners that are there for rejected promises nobody waits for. */
const listeners = (): NodeJS.UnhandledRejectionListener[] => process.listeners('unhandledRejection');

describe('promises that the PDF library leaves behind', () => {
  it('are let go while a file is read, and only then', async () => {
    const before = listeners();
    const left = Object.assign(new Error('Bad XRef entry'), { stack: 'at node_modules/unpdf/dist/pdfjs.mjs:1' });
    await withoutStrays(async () => {
      const [listener] = listeners().filter((one) => !before.includes(one));
      expect(() => listener!(left, Promise.resolve())).not.toThrow();
      // Where nobody else listens, an error of our own still ends the process.
      if (before.length === 0) expect(() => listener!(new Error('ours'), Promise.resolve())).toThrow('ours');
    });
    expect(listeners()).toEqual(before);
  });

  it('are no concern of the answer', async () => {
    await expect(withoutStrays(() => Promise.reject(new Error('damaged')))).rejects.toThrow('damaged');
  });
});
