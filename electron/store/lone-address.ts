// Addresses that a query can ask for and find nobody else by. Knows no database.

const wholeAddress = /^[\p{L}\p{N}_][\p{L}\p{N}_.+'&=/-]*@[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u;

export const isAskedForAlone = (email: string): boolean => wholeAddress.test(email);
