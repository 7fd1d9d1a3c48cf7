const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('mail', {
  platform: process.platform,
  double: (number) => number * 2,
  find: (words) => ipcRenderer.invoke('find', words),
  ask: (channel, value) => ipcRenderer.invoke(channel, value),
  onGreeting: (listener) => {
    ipcRenderer.on('greeting', (_event, greeting) => listener(greeting));
  },
});
