// Several files: a native file input that takes many, and a box to tick beside each one that is there.
import { fileTemplate } from "../file/template.ts";

export const files = fileTemplate(true);
