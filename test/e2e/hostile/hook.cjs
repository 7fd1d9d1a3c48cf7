// Loaded before the app: lets a spec change what the app's own handlers answer, without touching the app.
const { app, protocol } = require('electron');

// Chromium asks before a page may reach this computer. That is a guard of its own, and what is tried here is ours.
app.commandLine.appendSwitch('disable-features', 'LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests');

const handle = protocol.handle.bind(protocol);
globalThis.answers = {};
protocol.handle = (scheme, handler) => {
  globalThis.answers[scheme] = handler;
  handle(scheme, (request) => globalThis.answerInstead?.(scheme, request, handler) ?? handler(request));
};
