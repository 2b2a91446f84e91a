// What one gets who starts everything (start-all.ts): where it stands, and the means to break and mend it. Shapes only.
import type { Behaviour } from "../registers/register.ts";
import type { Addresses, Part } from "./addresses.ts";

/** How everything is started. */
export interface StartOptions {
  /** "default": the ports of deployment.yaml (4400 to 4407). "free": any that are free, for tests side by side. */
  readonly ports: "default" | "free";
  /** Everything that is kept (cases, files, payments, mail, logs) goes into this folder. Kept between starts. */
  readonly dataFolder: string;
  /** Compiled bundle folders to serve. Left out: the examples are compiled into the data folder first. */
  readonly bundles?: readonly string[];
  /** Registers take the control calls of `Running.control`. Never together with addresses others can reach. */
  readonly control?: boolean;
  /** Leave parts out, for example the playground in the runtime's stories. */
  readonly without?: readonly Part[];
  /** More environment for the runtime's process, for example a clock that a story moves. */
  readonly runtimeEnvironment?: Readonly<Record<string, string>>;
  /** Told each step as it happens, one line of plain words. */
  readonly say?: (line: string) => void;
  /** Told when a part ends that nobody stopped. */
  readonly onDeath?: (part: Part, lastWords: string) => void;
}

/** Registers that tests can take down, slow and bring back. */
export type Controlled = "people" | "vehicles" | "payment";

/** Everything, running. */
export interface Running {
  readonly addresses: Addresses;
  /** Ends the runtime at once (SIGKILL), as a power cut would. */
  killRuntime(): Promise<void>;
  /** Starts the runtime again on the same port and data, and waits until it is ready. */
  restartRuntime(bundles?: readonly string[]): Promise<void>;
  /** Changes how a register behaves ("down", "slow" with milliseconds, "error", "garbage", "up"). Needs `control`. */
  control(register: Controlled, state: Behaviour, milliseconds?: number): Promise<void>;
  /** Everything a part has printed so far. */
  output(part: Part): string;
  /** Ends every part and waits until it is gone. Calling it twice is harmless. */
  stop(): Promise<void>;
}
