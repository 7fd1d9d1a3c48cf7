// How what stands in a stranger's document is read: through the getters of the prototypes.

type Getter<T> = (this: unknown) => T;

/** An element that is named like a property stands in front of the document's own. */
export const getter = <T>(of: object, name: string) => Object.getOwnPropertyDescriptor(of, name)?.get as Getter<T>;
