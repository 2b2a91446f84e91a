// The test sign-in: a real OpenID Connect provider whose people are made up and need no password.
// It must never stand in front of a real service, so it refuses to start where NODE_ENV is production.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type Provider from "oidc-provider";
import { pageHeaders } from "./page.ts";
import {
  isStartedDirectly,
  type RunningRegister,
  readRegisterArguments,
  readSecret,
  runUntilStopped,
} from "./register.ts";
import { type Account, levelGiven, readCitizens, readOfficers } from "./sign-in/accounts.ts";
import { renderChoice, renderSignedOut, renderStale } from "./sign-in/pages.ts";
import { afterSignOut, type Client, createProvider } from "./sign-in/provider.ts";

/** The client whose people are the agency's officers; every other client's are citizens. */
export const deskClient = "formwork-desk";

/** The client of the citizens' portal. */
export const portalClient = "formwork-portal";

/** Starts the provider. With port 0 the issuer takes the port that was free. Throws when NODE_ENV is production. */
export async function startSignIn(options: {
  port: number;
  host?: string;
  clients: readonly Client[];
}): Promise<RunningRegister> {
  if (process.env["NODE_ENV"] === "production") {
    throw new Error(
      "The test sign-in lets anybody be anybody, so it does not start where NODE_ENV is production. Bind a real OpenID Connect provider under signIn in the deployment file.",
    );
  }
  const host = options.host ?? "127.0.0.1";
  const server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, host, () => resolve(portOf(server, options.port)));
  });
  const issuer = `http://${host}:${port}`;
  const accounts = { citizens: readCitizens(), officers: readOfficers() };
  const provider = createProvider(issuer, options.clients, [...accounts.citizens, ...accounts.officers]);
  const answer = provider.callback();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const uid = /^\/choose\/([\w-]+)$/.exec(request.url ?? "")?.[1];
    if (request.url === "/health") response.end("{}");
    else if (request.url?.startsWith("/session/end")) signOut(options.clients, request, response);
    else if (uid) void choose(provider, accounts, uid, request, response);
    else void answer(request, response);
  });
  return {
    address: issuer,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server, asked: number): number {
  const bound: AddressInfo | string | null = server.address();
  return bound && typeof bound === "object" ? bound.port : asked;
}

/** Nobody stays signed in here, so signing out is going back: to a program we know, else to a page that says so. */
function signOut(clients: readonly Client[], request: IncomingMessage, response: ServerResponse): void {
  const asked = URL.parse(request.url ?? "", "http://sign-in")?.searchParams;
  const back = clients
    .map((client) => afterSignOut(client.returnAddress))
    .find((known) => known === asked?.get("post_logout_redirect_uri"));
  const state = asked?.get("state");
  if (back) response.writeHead(303, { location: state ? `${back}?${new URLSearchParams({ state })}` : back }).end();
  else response.writeHead(200, pageHeaders).end(renderSignedOut());
}

type Accounts = Readonly<Record<"citizens" | "officers", readonly Account[]>>;

async function choose(
  provider: Provider,
  accounts: Accounts,
  uid: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { params } = await provider.interactionDetails(request, response);
    const wanted = typeof params["acr_values"] === "string" ? params["acr_values"].split(" ")[0] : undefined;
    const people = params["client_id"] === deskClient ? accounts.officers : accounts.citizens;
    if (request.method !== "POST")
      return void response.writeHead(200, pageHeaders).end(renderChoice(uid, people, wanted));
    const subject = new URLSearchParams(await readBody(request)).get("subject");
    const account = people.find((person) => person.subject === subject);
    const result = account
      ? { login: { accountId: account.subject, acr: levelGiven(account, wanted), remember: false } }
      : { error: "access_denied", error_description: "The person chose not to sign in." };
    await provider.interactionFinished(request, response, result);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "SessionNotFound") console.error(error);
    if (!response.headersSent) response.writeHead(400, pageHeaders);
    response.end(renderStale());
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > 4096) throw new Error("A choice of a person is never this long.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

if (isStartedDirectly(import.meta.url)) {
  const { settings, port, host } = readRegisterArguments(4401, ["portal", "desk"]);
  const clients = [
    {
      id: portalClient,
      secret: readSecret("SIGN_IN_PORTAL_SECRET"),
      returnAddress: settings["portal"] ?? "http://127.0.0.1:4400/signed-in",
    },
    {
      id: deskClient,
      secret: readSecret("SIGN_IN_DESK_SECRET"),
      returnAddress: settings["desk"] ?? "http://127.0.0.1:4400/desk/signed-in",
    },
  ];
  await runUntilStopped("Test sign-in", () => startSignIn({ port, host, clients }));
}
