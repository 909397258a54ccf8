// The regions of the window in the order that the eye reads them; F6 goes from one to the next.

const regions = ['.library > nav', '.list-head', '.clip-list', '.selection-bar', '.player', '.job-bar'];
const focusable = 'button:not([disabled]), input:not([disabled]), [tabindex="0"]';

/** Puts the focus into the region after, or with -1 before, the one that has it; past the last comes the first. */
export function focusNextRegion(direction: 1 | -1): void {
  const present = regions.flatMap((region) => document.querySelector<HTMLElement>(region) ?? []);
  const at = present.findIndex((region) => region.contains(document.activeElement));
  // Where no region has the focus, the first comes next, and the last one before.
  const from = at < 0 && direction < 0 ? 0 : at;
  for (let steps = 1; steps <= present.length; steps++) {
    const region = present[(from + direction * steps + 2 * present.length) % present.length];
    if (region && takesFocus(region)) return;
  }
}

/** The first thing in it that can have the focus gets it; what is hidden cannot. */
function takesFocus(region: HTMLElement): boolean {
  const inside = region.matches(focusable) ? [region] : region.querySelectorAll<HTMLElement>(focusable);
  for (const element of inside) {
    element.focus();
    if (document.activeElement === element) return true;
  }
  return false;
}
