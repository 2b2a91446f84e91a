// When a session ends, for the line under a form that says so in time.
import type { SessionEnd } from "#render/page-view.ts";
import type { Session } from "../identity/sessions.ts";
import { defaultLimits } from "../identity/settings.ts";

/** When the session ends if nothing more is asked of us. "Last seen" is written once a minute, so that minute is not promised. */
export function sessionEnd({ identity, realm }: Session, instant: string, here: string): SessionEnd {
  const { idle, absolute } = defaultLimits[realm];
  const end = Math.min(Date.parse(instant) + idle - 60_000, Date.parse(identity.at) + absolute);
  return {
    endsAt: new Date(end).toISOString(),
    keepAt: here,
    signInAt: `${realm === "officers" ? "/desk" : ""}/sign-in?then=${encodeURIComponent(here)}`,
  };
}
