/** Makes a switch over a union complete: a new member does not compile until it is handled. */
export const never = (value: never): never => {
  throw new Error(`Unhandled: ${JSON.stringify(value)}`);
};
