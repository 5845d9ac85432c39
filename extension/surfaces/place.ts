// Tells when an element has moved in the viewport for a reason no event tells: something above it grew, or the page was laid out anew.

/** Calls `moved` until the signal aborts. */
export function watchPlace(watched: Element, moved: () => void, signal: AbortSignal): void {
  let observer: IntersectionObserver | null = null;

  // An observer whose root is exactly the element's box tells as soon as the two no longer fall together.
  const watch = (threshold: number): void => {
    observer?.disconnect();
    const { left, top, width, height } = watched.getBoundingClientRect();
    if (signal.aborted || width === 0 || height === 0) return;
    const { clientWidth, clientHeight } = document.documentElement;
    const insets = [top, clientWidth - left - width, clientHeight - top - height, left];
    const rootMargin = insets.map((inset) => `${-Math.floor(inset)}px`).join(" ");
    let isFirst = true;
    observer = new IntersectionObserver(
      ([entry]) => {
        const ratio = entry?.intersectionRatio ?? 1;
        if (ratio === threshold) isFirst = false;
        else if (isFirst && ratio > 0) watch(ratio);
        else if (!isFirst) {
          moved();
          watch(1);
        }
      },
      { root: document, rootMargin, threshold: Math.min(1, threshold) },
    );
    observer.observe(watched);
  };

  watch(1);
  signal.addEventListener("abort", () => observer?.disconnect());
}
