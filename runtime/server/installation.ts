// Everything the routes of one running server work with, handed over once at the start. Shapes only.

import type { Assets } from "#render/assets.ts";
import type { Commands } from "../cases/commands.ts";
import type { CallSource } from "../connect/sources.ts";
import type { IdentityService } from "../identity/identity.ts";
import type { Store } from "../store/store.ts";
import type { Bundles } from "./bundles.ts";
import type { Configuration } from "./configuration.ts";

export interface Installation {
  readonly configuration: Configuration;
  readonly bundles: Bundles;
  readonly store: Store;
  readonly commands: Commands;
  readonly identity: IdentityService;
  readonly callSource: CallSource;
  readonly assets: Assets;
  /** Asks the provider how a case's open payment stands, and lets the case hear it. Rejects when the provider is silent. */
  readonly checkPayment: (caseId: string) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds since 1970 as other systems count, also when this one runs by a trial clock. */
  readonly wallClock: () => number;
  /** The same as `now`, as an instant: "2026-04-01T08:41:00.000Z". */
  readonly instant: () => string;
  /** An id that nobody can guess, for rows. */
  readonly newId: () => string;
  /** 32 bytes as base64url, for cookies. */
  readonly newSecret: () => string;
  /** Tells the worker that something may be due. */
  readonly wake: () => void;
  /** Why this server should not be asked for now, for /ready; empty: it is ready. */
  readonly hindrances: () => Promise<readonly string[]>;
}
