/** Ctrl or ⌘ K goes to the search box; Escape or a click elsewhere closes an open menu. */
export function keys(page: Document): void {
  const close = (except?: Element | null) =>
    page.querySelectorAll<HTMLDetailsElement>('details.menu[open]').forEach((menu) => {
      if (menu === except) return;
      if (menu.contains(page.activeElement)) menu.querySelector('summary')?.focus();
      menu.open = false;
    });
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
      const search = page.querySelector<HTMLInputElement>('.search input');
      if (!search) return;
      event.preventDefault();
      search.focus();
    }
  });
  page.addEventListener('click', (event) => close((event.target as Element).closest('details.menu')));
}
