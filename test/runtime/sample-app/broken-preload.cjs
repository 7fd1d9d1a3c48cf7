// Asks for something that Electron has and the stand-in has not.
const { webFrame } = require('electron');

webFrame.setZoomFactor(2);
