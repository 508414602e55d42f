/**
 * A function that keeps its latest few answers. The same argument gives the same answer with it and without it; only
 * the time differs. `size` bounds what it holds on to.
 */
export function lastFew<Argument, Answer extends object>(
  size: number,
  work: (argument: Argument) => Answer,
): (argument: Argument) => Answer {
  const kept = new Map<Argument, Answer>();
  return (argument) => {
    const answer = kept.get(argument) ?? work(argument);
    kept.delete(argument);
    kept.set(argument, answer);
    if (kept.size > size) kept.delete(kept.keys().next().value as Argument);
    return answer;
  };
}
