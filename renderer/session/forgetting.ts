// What is known of a mailbox is forgotten when another is shown: whoever keeps something of it says here how.

const kept = new Set<() => void>();

export function forgetWithMailbox(forget: () => void): void {
  kept.add(forget);
}

export function forgetMailbox(): void {
  for (const forget of kept) forget();
}
