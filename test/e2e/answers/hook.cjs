// Loaded before the app: requests that a spec has named are answered as it says, in `ANSWERS` or by `globalThis.answers`, for
// what does not happen by itself: a newer version in a build that runs from its source, a disk that takes no settings.
const { ipcMain } = require('electron');

globalThis.answers = JSON.parse(process.env.ANSWERS ?? '{}');

const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (channel, listener) =>
  handle(channel, (event, name, input) => globalThis.answers[name] ?? listener(event, name, input));
