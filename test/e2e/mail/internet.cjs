// Loaded before the app: stands for the Internet. A name resolves to a public address, and who connects to that address comes
// to a host of the test's. The app checks addresses as ever: what it is answered and where its wires end is the world's.
const dns = require('node:dns');
const https = require('node:https');
const { syncBuiltinESMExports } = require('node:module');

const address = '93.184.215.14';
/** Set by the spec: `name`, `host`, `port` and `ca`. `asked`: every address that somebody wanted to connect to. */
globalThis.internet = { asked: [] };

const { lookup } = dns.promises;
dns.promises.lookup = async (name, ...rest) =>
  name === globalThis.internet.name ? [{ address, family: 4 }] : lookup(name, ...rest);

const { request } = https;
https.request = (options, ...rest) => {
  const { internet } = globalThis;
  if (options?.host !== internet.name || internet.name === undefined) return request(options, ...rest);
  const wanted = new Promise((resolve) =>
    options.lookup(options.host, { all: false }, (_error, found) => resolve(found)),
  );
  void wanted.then((found) => internet.asked.push(found));
  const there = (_name, { all }, found) =>
    void wanted.then((to) => {
      if (to !== address) found(new Error('nobody is there'));
      else if (all) found(null, [{ address: internet.host, family: 4 }]);
      else found(null, internet.host, 4);
    });
  return request({ ...options, lookup: there, port: internet.port, ca: internet.ca }, ...rest);
};
syncBuiltinESMExports();
