/** Names bound by the surroundings of an expression, innermost first. Adding one copies nothing. */
export interface Bound {
  readonly name: string;
  readonly next: Bound | null;
}

export function bind(bound: Bound | null, ...names: readonly string[]): Bound | null {
  let made = bound;
  for (const name of names) made = { name, next: made };
  return made;
}

export function binds(bound: Bound | null, name: string): boolean {
  for (let at = bound; at !== null; at = at.next) if (at.name === name) return true;
  return false;
}
