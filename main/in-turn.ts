// Runs pieces of work one after the other, in the order they were asked for.

/** Makes a queue of its own; a piece that throws does not hold up the next one. */
export function inTurn(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}
