window.posted = [];
window.addEventListener('message', ({ data, source }) => {
  if (source === document.querySelector('iframe')?.contentWindow) window.posted.push(data);
});
window.show = (message) => {
  document.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('src', `mail-body://${message}/`);
  document.body.append(frame);
};
window.mail.onGreeting(({ at }) => {
  document.title = `greeted ${at.toISOString()}`;
});
window.mail.find('invoice').then((rows) => {
  document.querySelector('#found').textContent = rows.map((row) => row.subject).join();
});
