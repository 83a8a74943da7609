/** Whether the browser went back or forth to what it shows, and nobody has done anything there yet. */
let returned = false;
// Whoever listens first may draw: this is loaded before the router.
window.addEventListener(
  'popstate',
  () => {
    returned = true;
  },
  { capture: true },
);
for (const done of ['pointerdown', 'keydown'])
  window.addEventListener(
    done,
    () => {
      returned = false;
    },
    { capture: true },
  );

/**
 * How many rows of a long list are drawn before the rest: as many as a screen shows; all of them where one comes back, so that the
 * place where one was is there to come back to.
 */
export const drawnAtFirst = (rows: number, screenful: number): number => (returned ? rows : Math.min(rows, screenful));
