// What the first paint needs to know. Small: everything waits for it.
try {
  const { theme, textSize, isReturning } = JSON.parse(localStorage.getItem('quorum.first'));
  const page = document.documentElement.dataset;
  if (theme) page.theme = theme;
  if (textSize) page.text = textSize;
  if (isReturning) page.returning = '';
  const paper = { light: '#faf8f3', dark: '#15161a' }[theme];
  if (paper) for (const meta of document.querySelectorAll('[name=theme-color]')) meta.content = paper;
} catch {}
