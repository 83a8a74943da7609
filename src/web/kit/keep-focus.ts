const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled)';

/** The first after it in the page that can be gone to. */
function nextTo(element: Element): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(focusable)].find(
    (one) => element.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING && one.checkVisibility(),
  );
}

/**
 * Keeps whoever works by keyboard at their place: a button that works is closed meanwhile, and a closed one loses focus to the whole page.
 * It has it back when it is open again; what stays closed leaves it to what comes next. Whoever went elsewhere meanwhile is left there.
 */
export function keepFocus(): void {
  let last: HTMLElement | null = null;
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof HTMLElement ? target : null;
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (last && !(target instanceof Node && last.contains(target))) last = null;
  });
  new MutationObserver((changes) => {
    if (!last || !changes.some(({ target }) => target === last)) return;
    const [at, closed] = [document.activeElement, last.matches(':disabled')];
    // One that is closed just now has it still, until the page is drawn.
    if (at !== document.body && !(at === last && closed)) return;
    if (!closed) last.focus({ preventScroll: true });
    else if (!last.classList.contains('aksel-button--loading')) nextTo(last)?.focus({ preventScroll: true });
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['disabled', 'class'] });
}
