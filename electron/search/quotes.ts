// Typographic quotes as those of a keyboard. One character for one, so that spans stay those of the text typed.

export const straightened = (text: string) => text.replace(/[“”„‟]/g, '"').replace(/[‘’‚‛]/g, "'");
