// What the first paint needs to know. Small: everything waits for it.
try {
  const { isReturning, shortcuts, textSize: text, ...look } = JSON.parse(localStorage.getItem('quorum.first'));
  const page = document.documentElement.dataset;
  Object.assign(page, look, text && { text });
  if (isReturning) page.returning = '';
  const paper = { light: '#faf8f3', dark: '#15161a' }[look.theme];
  if (paper) for (const meta of document.querySelectorAll('[name=theme-color]')) meta.content = paper;
} catch {}
