// The one place that may turn a text into the address of a script: browsers with Trusted Types ask for it by name.

/** The worker's address in the form that `new Worker` takes. Only addresses of this very site are let through. */
export function trustedWorkerAddress(address: string): string {
  const allowed = (candidate: string): string => {
    const whole = new URL(candidate, document.baseURI);
    if (whole.origin !== location.origin)
      throw new TypeError(`The compiler is loaded from this site only, not ${whole.origin}.`);
    return whole.href;
  };
  const factory = (globalThis as { trustedTypes?: TrustedAddresses }).trustedTypes;
  if (!factory) return allowed(address);
  return factory.createPolicy("formwork-worker", { createScriptURL: allowed }).createScriptURL(address);
}

/** As much of Trusted Types (W3C) as is used here; the value it gives stands wherever a script's address may stand. */
interface TrustedAddresses {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}
