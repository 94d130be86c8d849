// Runs first in every frame: whatever a fragment manages to call is reported to the page around it, and so is whatever
// the frame's policy would have refused, be it a handler that never came to run.
const frame = Number(new URLSearchParams(location.search).get('n'));
for (const name of ['xss', 'alert', 'confirm', 'prompt', 'print']) {
  Object.defineProperty(window, name, { value: () => parent.fired(frame), writable: false });
}
document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
  parent.tried(frame, effectiveDirective),
);
// A link may only run; where it leads is of no interest here.
window.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (link !== null && /^(?:https?|mailto|tel):/.test(link.protocol)) event.preventDefault();
});
window.addEventListener('submit', (event) => event.preventDefault());
