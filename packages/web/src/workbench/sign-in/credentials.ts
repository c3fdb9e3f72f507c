import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/browser";

const TRANSPORTS = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;

/** What of a device's answer the server asks for, when a passkey is made. */
export const registered = ({ id, rawId, response }: RegistrationResponseJSON) => ({
  id,
  rawId,
  type: "public-key" as const,
  response: {
    clientDataJSON: response.clientDataJSON,
    attestationObject: response.attestationObject,
    transports: TRANSPORTS.filter((one) => response.transports?.some((given) => given === one)),
  },
});

/** The same, when one is shown. */
export const shown = ({ id, rawId, response }: AuthenticationResponseJSON) => ({
  id,
  rawId,
  type: "public-key" as const,
  response: {
    clientDataJSON: response.clientDataJSON,
    authenticatorData: response.authenticatorData,
    signature: response.signature,
    ...(response.userHandle ? { userHandle: response.userHandle } : {}),
  },
});
