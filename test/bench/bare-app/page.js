const header = 'Authorization: Token 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef';

// Two frames later, what was there is surely painted.
requestAnimationFrame(() =>
  requestAnimationFrame(() => {
    document.documentElement.dataset.ready = String(Date.now());
  }),
);
addEventListener('keydown', (event) => {
  if (event.ctrlKey && event.key === 'c') void window.bare.copy(header);
});
