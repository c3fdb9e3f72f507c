/** A function of few numbers, asked often: its last answers. */
const MAX_ANSWERS = 4096;

export function remembered<T>(f: (x: number) => T): (x: number) => T {
  const answers = new Map<number, T>();
  return (x) => {
    const found = answers.get(x);
    if (found !== undefined) return found;
    const answer = f(x);
    if (answers.size >= MAX_ANSWERS) answers.clear();
    answers.set(x, answer);
    return answer;
  };
}
