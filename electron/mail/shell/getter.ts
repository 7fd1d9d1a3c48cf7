type Getter<T> = (this: unknown) => T;

/** Of a prototype: an element that is named like a property stands in front of the document's own. */
export const getter = <T>(of: object, name: string) => Object.getOwnPropertyDescriptor(of, name)?.get as Getter<T>;
