/** How many of `replicas` know the same as an earlier one and show something else: no arbitration would bring them together. */
export function disagreeing<Replica>(
  replicas: readonly Replica[],
  knows: (replica: Replica) => string,
  shows: (replica: Replica) => string,
): number {
  return replicas.filter((replica, place) =>
    replicas.slice(0, place).some((other) => knows(other) === knows(replica) && shows(other) !== shows(replica)),
  ).length;
}
