// What the first paint needs to know. The app itself starts after it, so that nothing competes with the page for the line.
{
  const all = (what) => document.querySelectorAll(what);
  try {
    const { isReturning, textSize: text, ...look } = JSON.parse(localStorage.getItem('quorum.first'));
    const page = document.documentElement.dataset;
    Object.assign(page, look, text && { text });
    if (isReturning) page.returning = '';
    const paper = { light: '#faf8f3', dark: '#15161a' }[look.theme];
    if (paper) for (const meta of all('[name=theme-color]')) meta.content = paper;
  } catch {}
  const start = () => {
    const late = all('[data-late]');
    for (const link of late) link.rel = link.dataset.late;
    if (late[0]) void import(late[0].href);
  };
  addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => setTimeout(start)));
}
