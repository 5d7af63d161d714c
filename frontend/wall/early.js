/** The picture is asked for while the modules that draw it are still on their way. */
let first = fetch('/screen/picture', { cache: 'no-store', signal: AbortSignal.timeout(15_000) });
first.catch(() => {}); // whoever takes it hears of it

/** The answer to the first question, once. */
export function early() {
  const answer = first;
  first = null;
  return answer;
}
