// Custom schemes. A stock Chromium neither navigates to app:// nor fetches it, so app://bundle/x is shown to it as
// https://bundle.app-scheme.invalid/x, and turned back wherever the app looks. One registrable domain per scheme keeps
// different schemes different sites; `.invalid` never resolves (RFC 6761).

const registered = new Map<string, { readonly standard: boolean }>();

/** Replaces what was registered before, as Electron does. */
export function registerSchemes(list: readonly { scheme: string; standard: boolean }[]): void {
  registered.clear();
  for (const { scheme, standard } of list) registered.set(scheme, { standard });
}

export function isRegistered(scheme: string): boolean {
  return registered.has(scheme);
}

/** Those that Chromium sees in another form: only `standard` schemes have hosts. */
export function mappedSchemes(): string[] {
  return [...registered].filter(([, { standard }]) => standard).map(([scheme]) => scheme);
}

export function toChromium(url: string): string {
  const [, scheme = '', rest] = /^([a-z][a-z0-9-]*):\/\/(.*)$/is.exec(url) ?? [];
  if (!registered.get(scheme.toLowerCase())?.standard) return url;
  const { host, pathname, search, hash } = new URL(`https://${rest}`);
  return `https://${host}.${scheme.toLowerCase()}-scheme.invalid${pathname}${search}${hash}`;
}

export function toApp(url: string): string {
  return url.replace(/^https:\/\/([^/:?#]+)\.([a-z0-9-]+)-scheme\.invalid(?=[/?#:]|$)/, '$2://$1');
}

export function isMappedHost(host: string): boolean {
  return host.endsWith('-scheme.invalid');
}

/** The value of a response header, in which an app may name its own schemes. */
export function mapHeader(name: string, value: string): string {
  switch (name.toLowerCase()) {
    case 'content-security-policy':
    case 'content-security-policy-report-only':
      return mapPolicy(value);
    case 'location':
      return toChromium(value);
    case 'access-control-allow-origin':
      return withoutSlash(toChromium(value));
    default:
      return value;
  }
}

/** `app:` and `app://bundle` match the mapped form as well; the original stays, for images of unknown schemes. */
function mapPolicy(policy: string): string {
  return mappedSchemes().reduce((mapped, scheme) => {
    const source = new RegExp(`(?<=^|[\\s,;])${scheme}:(//[^\\s;,]+)?(?=$|[\\s;,])`, 'g');
    return mapped.replace(source, (whole, place?: string) =>
      place ? `${whole} ${withoutSlash(toChromium(whole))}` : `${whole} https://*.${scheme}-scheme.invalid`,
    );
  }, policy);
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}
