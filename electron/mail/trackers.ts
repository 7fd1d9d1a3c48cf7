// Pictures that are fetched only to tell somebody that a message was opened. Short and honest: well-known services, after
// their own documentation and the lists of mail programs that keep them out (Mailspring, Simplify, Ugly Email). Most
// beacons are not on any list: their size gives them away.

/** Hosts, with all below them, that do nothing else. */
const hosts: ReadonlySet<string> = new Set(
  (
    'awstrack.me bananatag.com beacon.krxd.net bl-1.com cirrusinsight.com doubleclick.net emltrk.com emailtracking.azure.com ' +
    'getnotify.com google-analytics.com hubspotemail.net hubspotlinks.com igodigital.com mailfoogae.appspot.com mailstat.us ' +
    'mailtrack.io mltrk.io open.convertkit-mail.com outrch.com pixel.app.returnpath.net pixel.mathtag.com pixel.wp.com ' +
    'pointofmail.com pstmrk.it r.superhuman.com readnotify.com saleshandy.com sidekickopen.com stat-pulse.com ' +
    'track.hubspot.com track.mixmax.com trackapp.io trk.klclick.com t.yesware.com app.yesware.com ' +
    'web.frontapp.com t.sidekickopen.com t.signauxdeux.com t.senaldos.com yesware.com'
  ).split(' '),
);

/** Services that send and serve mail of others too: there only this path tells that it was opened. */
const paths: readonly (readonly [host: string, path: RegExp])[] = [
  ['list-manage.com', /^\/track\/open/i],
  ['mandrillapp.com', /^\/track\/open/i],
  ['sendgrid.net', /^\/(?:wf|ss|mpss)\/o/i],
  ['mailgun.org', /^\/o\//i],
  ['rs6.net', /^\/on\.jsp/i],
  ['exct.net', /^\/open\.aspx/i],
  ['exacttarget.com', /^\/open\.aspx/i],
  ['createsend.com', /^\/t\//i],
  ['intercom-mail.com', /^\/(?:via\/)?o\b/i],
  ['via.intercom.io', /^\/o\b/i],
  ['customeriomail.com', /^\/e\/o\//i],
  ['mjt.lu', /^\/oo\//i],
  ['sendibt2.com', /^\/tr\/op\//i],
  ['sendibt3.com', /^\/tr\/op\//i],
  ['klaviyomail.com', /^\/o\//i],
  ['salesloft.com', /^\/email_trackers/i],
  ['infusionsoft.com', /^\/app\/emailopened/i],
  ['maillist-manage.com', /\/open/i],
  ['mixpanel.com', /^\/track/i],
  ['facebook.com', /^\/(?:tr\b|email_open_log_pic\.php)/i],
  ['linkedin.com', /^\/emimp\//i],
  ['github.com', /^\/notifications\/beacon\//i],
  ['substack.com', /^\/o\//i],
];

/** On whatever host: paths of software that many run under their own name. */
const anywhere = [
  /^\/(?:wf\/open|track\/open(?:\.php)?|trk\/open|e2t\/o|e\/eo|ss\/o|tracking\/open|email\/open)(?:[/?]|$)/i,
  /^\/(?:cmail\/)?open\.(?:aspx|php|gif|png)$/i,
];

/** Nobody fetches a longer one. */
const longestUrl = 8_192;
const longestHost = 255;

function isBelow(host: string, parent: string): boolean {
  return host === parent || host.endsWith(`.${parent}`);
}

/** Whether this picture is known to be there for nothing else. */
export function isTracker(url: string): boolean {
  const parsed = url.length > longestUrl ? null : URL.parse(url);
  if (parsed === null) return false;
  const host = parsed.hostname.replace(/\.$/, '').slice(-longestHost);
  const labels = host.split('.');
  if (labels.some((_, place) => hosts.has(labels.slice(place).join('.')))) return true;
  if (paths.some(([parent, path]) => isBelow(host, parent) && path.test(parsed.pathname))) return true;
  // Campaign Monitor numbers its hosts.
  if (/(?:^|\.)(?:cmail|createsend)\d{1,3}\.com$/.test(host) && parsed.pathname.startsWith('/t/')) return true;
  return anywhere.some((path) => path.test(parsed.pathname));
}

/** Whether nobody would see it; `null`: that size is not given. In pixels, as given or measured. */
export function isBeacon(url: string, width: number | null, height: number | null): boolean {
  return (width !== null && width <= 1) || (height !== null && height <= 1) || isTracker(url);
}
