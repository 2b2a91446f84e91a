// The parking service's texts, read once, for the benchmarks.
import { readService } from "../command-line/read-service.ts";

/** Its texts by file name. */
export const parking = readService("examples/resident-parking-permit/parking.service", undefined);

/** The service's own text. */
export const parkingText = parking.files.get(parking.entry) ?? "";
