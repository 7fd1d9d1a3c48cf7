// Which addresses are the same mailbox for Gmail. Knows nothing of queries.

const googleDomains: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/**
 * One's own address as mail to it may be written: what stands behind `+` does not count, nor do points in a gmail.com
 * address, whose domain is also googlemail.com (support.google.com/mail/answer/7436150, /answer/10313).
 */
export function mailboxOf(address: string): string {
  const lower = address.toLowerCase();
  const at = lower.lastIndexOf('@');
  const local = lower.slice(0, Math.max(at, 0)).replace(/\+.*/s, '');
  const domain = lower.slice(at + 1);
  return googleDomains.has(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}

/** Not one with a tag: who types that looks for just these messages. */
export function isOwn(address: string, ownAddresses: readonly string[]): boolean {
  if (address.includes('+')) return false;
  const mailbox = mailboxOf(address);
  return ownAddresses.some((own) => mailboxOf(own) === mailbox);
}
