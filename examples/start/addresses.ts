// Names and default ports of everything that `npm start` runs. No disk, no network.

/** What is started, by the name used in addresses, progress lines and controls. */
export type Part = "runtime" | "signIn" | "people" | "vehicles" | "payment" | "smtp" | "mail" | "playground";

/** The port of each part. */
export type Ports = Readonly<Record<Part, number>>;

/** Where each part answers: "http://127.0.0.1:4403" (smtp: "smtp://127.0.0.1:4405"). */
export type Addresses = Readonly<Record<Part, string>>;

/** The ports that `npm start` takes and that deployment.yaml names. */
export const defaultPorts: Ports = {
  runtime: 4400,
  signIn: 4401,
  people: 4402,
  vehicles: 4403,
  payment: 4404,
  smtp: 4405,
  mail: 4406,
  playground: 4407,
};

/** Addresses on this machine for these ports. */
export function addressesOf(ports: Ports): Addresses {
  const http = (port: number) => `http://127.0.0.1:${port}`;
  return {
    runtime: http(ports.runtime),
    signIn: http(ports.signIn),
    people: http(ports.people),
    vehicles: http(ports.vehicles),
    payment: http(ports.payment),
    smtp: `smtp://127.0.0.1:${ports.smtp}`,
    mail: http(ports.mail),
    playground: http(ports.playground),
  };
}
