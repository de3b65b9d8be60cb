/** The parts of an item in the order in which they are shown. */
export const inOrder = <Part extends { readonly id: string }>(
  parts: readonly Part[],
  order: readonly { readonly id: string }[],
) => order.flatMap(({ id }) => parts.filter((part) => part.id === id));
