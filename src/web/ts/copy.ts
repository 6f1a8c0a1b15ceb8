/** A button that copies what stands in the element named by data-copy. Rendered hidden: without script it would do nothing. */
export function copy(button: HTMLButtonElement): void {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy ?? '');
    if (!source) return;
    const text = source instanceof HTMLInputElement ? source.value : source.textContent ?? '';
    await navigator.clipboard.writeText(text.trim());
    const status = button.nextElementSibling;
    if (status instanceof HTMLElement) status.hidden = false;
  });
}
