// The help texts of every command.

/** All commands at a glance. */
export const overview = `formwork: one readable text for a whole public service

  formwork check <files>               say what is wrong in service texts, and how to mend it
  formwork format <files>              write service texts in their one canonical form
  formwork build <file> --out <dir>    compile a service into a bundle
  formwork explain <code>              what a problem means, for example FW201
  formwork serve <bundles> --config <file>    run bundles as web forms and a case service
  formwork language-server             help an editor: problems, completion, renaming as you type

  formwork <command> --help            more about one command`;

const usages: Readonly<Record<string, string>> = {
  check: `formwork check <files> [--format terminal|json] [--libraries <folder>]

  Reads each service text with its libraries and words files and says what is wrong.
  Libraries are looked for beside the text, in ../shared, and in the folder given.

  formwork check parking.service
  formwork check services/*.service --format json`,
  format: `formwork format <files> [--check]

  Writes service, shared and words texts in their one canonical form: two spaces for
  each level, bars of tables in line, dates in words. What they mean stays the same, and
  so does every comment. Lines that could not be read are left as they are.
  With --check nothing is written, and the exit code is 1 when a text would change.

  formwork format parking.service
  formwork format services/*.service --check`,
  build: `formwork build <file> --out <dir> [--libraries <folder>]

  Compiles a service into a bundle: a folder that formwork serve runs. The folder is
  written whole or not at all; a bundle that stands there is replaced.

  formwork build parking.service --out bundles/parking`,
  explain: `formwork explain <code>

  Shows what a problem means, why it matters and how to mend it, with an example.

  formwork explain FW201`,
  serve: `formwork serve <bundles> --config <file>

  Runs one or more bundles as web forms and a case service, bound to registers,
  sign-in, payment and mail by the deployment file.

  formwork serve bundles/parking --config deployment.yaml`,
  "language-server": `formwork language-server [--stdio]

  Speaks the Language Server Protocol over standard input and output. Editors start it;
  compiler/language-server/README.md says how to set up yours.`,
};

/** How a command is written. */
export function usageOf(command: string): string {
  return usages[command] ?? overview;
}
