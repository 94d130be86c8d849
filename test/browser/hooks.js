// Runs first in every frame. It reports to the page around the frame when a fragment calls one of these functions,
// and when a fragment violates the policy of the frame, even if the script never runs.
const frame = Number(new URLSearchParams(location.search).get('n'));
for (const name of ['xss', 'alert', 'confirm', 'prompt', 'print']) {
  Object.defineProperty(window, name, { value: () => parent.fired(frame), writable: false });
}
document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
  parent.tried(frame, effectiveDirective),
);
// Links with these schemes only navigate. The test is about script, so they are not followed.
window.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (link !== null && /^(?:https?|mailto|tel):/.test(link.protocol)) event.preventDefault();
});
window.addEventListener('submit', (event) => event.preventDefault());
