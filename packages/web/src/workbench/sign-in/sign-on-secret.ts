const NAME = "goodfaith.sign-on";

/** What this tab brings back with the provider's answer, so that nobody else's answer counts here. */
export const keepSecret = (secret: string): void => sessionStorage.setItem(NAME, secret);

/** Once. */
export const takeSecret = (): string | null => {
  const secret = sessionStorage.getItem(NAME);
  sessionStorage.removeItem(NAME);
  return secret;
};
