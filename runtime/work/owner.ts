// Who holds a lease: a process on a machine. After a crash the work that it held need not wait until the lease is over, because the
// process that starts in its place can see that it is gone. Another machine's processes cannot be seen: their leases run out.

/** A running process. `id` tells it from an earlier one that had the same number. */
export interface Owner {
  readonly machine: string;
  readonly process: number;
  readonly id: string;
}

/** The name under which an owner holds leases. */
export function ownerName({ machine, process, id }: Owner): string {
  return `${encodeURIComponent(machine)}/${process}/${id}`;
}

/**
 * Whether the holder of a lease surely is gone: it ran on this machine, and nothing runs under its number any more, or we
 * run under it ourselves (in a container the number is always 1). A number that some other program has taken over counts as alive:
 * then the lease runs out as it would without us.
 */
export function isGone(name: string, self: Owner, isAlive: (process: number) => boolean): boolean {
  const [machine, number, id] = name.split("/");
  const process = Number(number);
  if (machine !== encodeURIComponent(self.machine) || id === undefined || !Number.isInteger(process)) return false;
  if (id === self.id) return false;
  return process === self.process || !isAlive(process);
}

/** Asks the system whether a process runs; one that belongs to somebody else runs too. */
export function isProcessAlive(number: number): boolean {
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
