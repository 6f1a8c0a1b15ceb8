// A form with data-keep remembers what is chosen until it is sent, in this window alone: a phone that reloads the page loses nothing,
// and nothing stays on a phone that is lent.
const prefix = "keep:";

export function keep(): void {
  if (document.querySelector("[data-keep-forget]"))
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);

  const form = document.querySelector<HTMLFormElement>("form[data-keep]");
  if (!form) return;
  const key = prefix + location.pathname;
  const fields = (): HTMLInputElement[] => [...form.querySelectorAll<HTMLInputElement>("input[name]")];
  const isTick = (field: HTMLInputElement): boolean => field.type === "radio" || field.type === "checkbox";

  const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
  // What the server shows again after a refusal is newer.
  if (Array.isArray(kept) && !fields().some((f) => (isTick(f) ? f.checked : f.value !== "")))
    for (const field of fields()) {
      const mine = kept.find((k: [string, string]) => k[0] === field.name && (!isTick(field) || k[1] === field.value)) as [string, string] | undefined;
      if (mine && isTick(field)) field.checked = true;
      else if (mine) field.value = mine[1];
    }

  form.addEventListener("input", () => {
    const chosen = fields().filter((f) => (isTick(f) ? f.checked : f.value !== ""));
    sessionStorage.setItem(key, JSON.stringify(chosen.map((f) => [f.name, f.value])));
  });
}
