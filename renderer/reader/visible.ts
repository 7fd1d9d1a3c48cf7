// Names as they really are: without the characters that turn the direction of writing around, which can make
// `exe.fdp` look like `pdf.exe`. Pure.

/** Unicode's explicit directional overrides, embeddings and isolates (UAX #9, section 2). */
const turners = /[\u202a-\u202e\u2066-\u2069]/g;

export function visible(name: string): string {
  return name.replace(turners, '');
}
