/**
 * A list that only grows, read like an array. A longer one shares the shorter, so that a run of a million events copies
 * nothing; the array is put together when somebody looks.
 */
export class Log<Event> implements Iterable<Event> {
  readonly length: number;
  readonly last: Event | undefined;
  /** All but the last. */
  readonly before: Log<Event> | undefined;
  #events: readonly Event[] | undefined;

  constructor(before?: Log<Event>, last?: Event) {
    this.before = before;
    this.last = last;
    this.length = before ? before.length + 1 : 0;
  }

  /** The same array each time. */
  get events(): readonly Event[] {
    if (this.#events) return this.#events;
    const events = new Array<Event>(this.length);
    const fill = (log: Log<Event> | undefined): void => {
      for (let at = log; at?.before; at = at.before) events[at.length - 1] = at.last as Event;
    };
    fill(this);
    this.#events = events;
    return events;
  }

  [Symbol.iterator](): Iterator<Event> {
    return this.events[Symbol.iterator]();
  }

  get at(): (readonly Event[])['at'] {
    return this.events.at.bind(this.events);
  }

  get every(): (readonly Event[])['every'] {
    return this.events.every.bind(this.events);
  }

  get filter(): (readonly Event[])['filter'] {
    return this.events.filter.bind(this.events);
  }

  get find(): (readonly Event[])['find'] {
    return this.events.find.bind(this.events);
  }

  get findLast(): (readonly Event[])['findLast'] {
    return this.events.findLast.bind(this.events);
  }

  get flatMap(): (readonly Event[])['flatMap'] {
    return this.events.flatMap.bind(this.events);
  }

  get map(): (readonly Event[])['map'] {
    return this.events.map.bind(this.events);
  }

  get reduce(): (readonly Event[])['reduce'] {
    return this.events.reduce.bind(this.events);
  }

  get slice(): (readonly Event[])['slice'] {
    return this.events.slice.bind(this.events);
  }

  get some(): (readonly Event[])['some'] {
    return this.events.some.bind(this.events);
  }

  toJSON(): readonly Event[] {
    return this.events;
  }
}
