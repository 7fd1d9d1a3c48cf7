// The mailbox to try Porthole with, as far as both processes speak of it.

/** As many as it has. */
export const sampleMessages = 2_000;
