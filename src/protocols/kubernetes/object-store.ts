/**
 * Objects by name, as the API server keeps them for all its clients (Kubernetes API concepts, "Resource versions").
 * Left out: namespaces, kinds, finalizers, etcd behind it.
 */

export interface StoredObject<Value> {
  readonly name: string;
  /** Its resourceVersion: the store's version when it was last written. */
  readonly version: number;
  readonly value: Value;
}

export interface ObjectStore<Value> {
  /** Raised by each write. */
  readonly version: number;
  /** Oldest first. */
  readonly objects: readonly StoredObject<Value>[];
}

/** The HTTP status of a write; 409 is a conflict: the name exists, or the version is not the object's. */
export interface Written<Value> {
  readonly status: 200 | 404 | 409;
  readonly store: ObjectStore<Value>;
}

export const objectIn = <Value>({ objects }: ObjectStore<Value>, name: string): StoredObject<Value> | undefined =>
  objects.find((object) => object.name === name);

export function createObject<Value>(store: ObjectStore<Value>, name: string, value: Value): Written<Value> {
  if (objectIn(store, name)) return { status: 409, store };
  const version = store.version + 1;
  return { status: 200, store: { version, objects: [...store.objects, { name, version, value }] } };
}

/** `expected` is the version that was read, or `null` to overwrite whatever is there. */
export function updateObject<Value>(
  store: ObjectStore<Value>,
  name: string,
  value: Value,
  expected: number | null,
): Written<Value> {
  const found = objectIn(store, name);
  if (!found) return { status: 404, store };
  if (expected !== null && expected !== found.version) return { status: 409, store };
  const version = store.version + 1;
  const objects = store.objects.map((object) => (object === found ? { name, version, value } : object));
  return { status: 200, store: { version, objects } };
}

export function deleteObject<Value>(store: ObjectStore<Value>, name: string): Written<Value> {
  if (!objectIn(store, name)) return { status: 404, store };
  const objects = store.objects.filter((object) => object.name !== name);
  return { status: 200, store: { version: store.version + 1, objects } };
}
