// Apart from where one was: the page needs the name, and no schema with it.

/** In the place of an account's id: the mail of all of them as one. */
export const ofAll = 'all';
