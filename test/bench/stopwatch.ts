/** Milliseconds since it was started. */
export function stopwatch(): { readonly milliseconds: () => number; readonly rate: (count: number) => number } {
  const started = performance.now();
  const milliseconds = (): number => performance.now() - started;
  return { milliseconds, rate: (count) => (count / milliseconds()) * 1000 };
}
