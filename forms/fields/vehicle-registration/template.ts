// A vehicle's registration: set in mono and capitals, as on the plate.
import { textTemplate } from "../text/template.ts";

export const vehicleRegistration = textTemplate({ spellcheck: false, width: "w-reg" });
