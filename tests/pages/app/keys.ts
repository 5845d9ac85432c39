// Keys that send.

/** Sends by Enter with the control or command key, before the editor inside `around` would break the line. */
export function sendsOnCommandEnter(around: HTMLElement, send: (event: Event) => void): void {
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    send(event);
  };
  around.addEventListener("keydown", pressed, { capture: true });
}
