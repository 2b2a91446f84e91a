// A date of birth: a date that browsers can fill in.
import { dateTemplate } from "../date/template.ts";

export const dateOfBirth = dateTemplate(true, "31 3 1980");
