/** A binary heap: `peek` and `pop` give the value that comes before all others; `push` and `pop` take O(log n). */
export class Heap<Value> {
  readonly #values: Value[] = [];
  readonly #compare: (one: Value, other: Value) => number;

  constructor(compare: (one: Value, other: Value) => number) {
    this.#compare = compare;
  }

  push(value: Value): void {
    let index = this.#values.length;
    this.#values.push(value);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfBefore(index, parent)) return;
      index = parent;
    }
  }

  peek(): Value | undefined {
    return this.#values[0];
  }

  pop(): Value | undefined {
    const first = this.#values[0];
    const last = this.#values.pop();
    if (last === undefined || this.#values.length === 0) return first;
    this.#values[0] = last;
    let index = 0;
    for (;;) {
      const child = this.#firstChild(index);
      if (child === undefined || !this.#swapIfBefore(child, index)) return first;
      index = child;
    }
  }

  /** The child that comes before its sibling, or the only one. */
  #firstChild(index: number): number | undefined {
    const left = 2 * index + 1;
    if (left >= this.#values.length) return undefined;
    const right = left + 1;
    return right < this.#values.length && this.#isBefore(right, left) ? right : left;
  }

  #isBefore(index: number, other: number): boolean {
    return this.#compare(this.#values[index] as Value, this.#values[other] as Value) < 0;
  }

  #swapIfBefore(index: number, other: number): boolean {
    if (!this.#isBefore(index, other)) return false;
    const value = this.#values[index] as Value;
    this.#values[index] = this.#values[other] as Value;
    this.#values[other] = value;
    return true;
  }
}
