// Whom the system trusts is trusted by Porthole too: a company or a virus scanner that looks into connections has its certificate
// there, and Node comes with a list of its own.
import tls from 'node:tls';

export interface Trust {
  readonly getCACertificates: typeof tls.getCACertificates;
  readonly setDefaultCACertificates: typeof tls.setDefaultCACertificates;
}

/** Takes some 30 ms, in which nothing else happens: for when somebody has something to look at. Whoever has been trusted stays so. */
export function trustSystem({ getCACertificates, setDefaultCACertificates }: Trust = tls): void {
  try {
    setDefaultCACertificates([...new Set([...getCACertificates('default'), ...getCACertificates('system')])]);
  } catch {
    // A system whose list can't be read: Node's own goes on.
  }
}
