// Signs a bundle: manifest.jws over manifest.json, as #support/bundle-signature.ts reads it. Needs Node for its kinds of key files.
import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { calculateJwkThumbprint, FlattenedSign, type JWK } from "jose";
import { keyAdvice, UnusableKey } from "#support/bundle-signature.ts";

/** A private key in PEM (PKCS #8) or as a JWK in JSON: Ed25519 or P-256. Throws UnusableKey. */
export function readPrivateKey(text: string): KeyObject {
  const key = readKey(text);
  algorithmOf(key);
  return key;
}

/** The text of manifest.jws for the bytes of manifest.json. With Ed25519 it is the same text each time. */
export async function signManifest(manifest: Uint8Array, key: KeyObject): Promise<string> {
  const kid = await calculateJwkThumbprint(createPublicKey(key).export({ format: "jwk" }) as JWK);
  const { protected: header, signature } = await new FlattenedSign(manifest)
    .setProtectedHeader({ alg: algorithmOf(key), kid, typ: "formwork-manifest+jws" })
    .sign(key);
  return `${header}..${signature}\n`;
}

function readKey(text: string): KeyObject {
  try {
    if (!text.trimStart().startsWith("{")) return createPrivateKey(text);
    return createPrivateKey({ key: JSON.parse(text), format: "jwk" });
  } catch (error) {
    throw new UnusableKey(
      `It is no private key in PEM or JWK: ${error instanceof Error ? error.message : String(error)}. ${keyAdvice}`,
    );
  }
}

function algorithmOf(key: KeyObject): "EdDSA" | "ES256" {
  if (key.asymmetricKeyType === "ed25519") return "EdDSA";
  if (key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1") return "ES256";
  throw new UnusableKey(`This kind of key is not used for bundles. ${keyAdvice}`);
}
