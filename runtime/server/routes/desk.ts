// The officers' desk.
import type { FastifyInstance } from "fastify";
import type { Installation } from "../installation.ts";

export function addDeskRoutes(_server: FastifyInstance, _installation: Installation): void {}
