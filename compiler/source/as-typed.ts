// A file as it is typed on a command line.

/** In quotes where a shell would take its name for several words: a command that is proposed can be copied as it stands. */
export function asTyped(file: string): string {
  return /^[\p{L}\p{M}\d_./\\:@+,=~-]+$/u.test(file) ? file : `"${file}"`;
}
