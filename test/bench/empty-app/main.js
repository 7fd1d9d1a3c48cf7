// The least that opens a window: what every figure of the bench is compared with.
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => new BrowserWindow({ show: true }).loadURL('data:text/html,<title>empty</title><p>empty'));
