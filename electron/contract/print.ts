// What the page that goes to paper calls itself when all of the message is laid out: main waits for that.

export const readyTitle = 'ready to print';
