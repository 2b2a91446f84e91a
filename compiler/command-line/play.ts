// What plays the examples of a text: the form of forms/journey and the route of runtime/routing, handed to the compiler.

import type { Play } from "#contract/play.ts";
import { fillIn, refusedAtDesk } from "#journey/fill-in.ts";
import { openRoute } from "#routing/play.ts";

/** The very form and route that real applications go. */
export const play: Play = { fillIn, openRoute, refusedAtDesk };
