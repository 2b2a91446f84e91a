// What examples are played with: the service, its rules, and the form, desk and route that were handed over. Shapes only.
import type { Service } from "#contract";
import type { Play, PlayRoute } from "#contract/play.ts";
import type { Model } from "../../model/model.ts";
import type { Noting } from "./rests-on.ts";

/** What a play needs of its service. */
export interface Stage {
  readonly model: Model;
  readonly service: Service;
  readonly rulebook: Noting;
  readonly fillIn: Play["fillIn"];
  readonly refusedAtDesk: Play["refusedAtDesk"];
  readonly playRoute: PlayRoute;
}
