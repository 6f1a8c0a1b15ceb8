import { Notice } from './notice.ts';

/** What the server answers to a form that saves itself. */
interface Answer {
  savedAt?: string;
  revision?: number;
  message?: string | null;
}

/** Waits between attempts, in milliseconds; the last one repeats. */
const waits = [1000, 2000, 4000, 8000, 15000, 30000];
const pauseAfterTyping = 900;
const largestKeptAlive = 60_000;

/**
 * Saves a form at each change, by the same POST that its button makes (header X-Appui-Autosave: 1).
 * While the connection is lost the answers stay in this tab's storage, are sent again with growing pauses, and leaving is warned about.
 */
export function autosave(form: HTMLFormElement): void {
  const key = `appui ${form.action}`;
  const notice = new Notice(form);
  let dirty = false;
  let busy = false;
  let leaving = false;
  let attempts = 0;
  let timer = 0;
  let waiting: { button: HTMLElement | null } | null = null;

  const later = (wait: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(save, wait);
  };

  const keep = () => sessionStorage.setItem(key, fields(form).toString());

  const lost = () => {
    waiting = null;
    dirty = true;
    keep();
    notice.alert('lost');
    later(waits[Math.min(attempts++, waits.length - 1)] ?? 0);
  };

  const done = (answer: Answer) => {
    attempts = 0;
    sessionStorage.removeItem(key);
    const revision = form.querySelector<HTMLInputElement>('input[data-revision], input[name=seen]');
    if (revision && answer.revision !== undefined) revision.value = String(answer.revision);
    notice.saved(answer.savedAt, answer.message);
    if (waiting) {
      const { button } = waiting;
      waiting = null;
      form.requestSubmit(button);
    } else if (dirty) later(0);
  };

  // The answer breaks a rule, or somebody changed it meanwhile: the person decides, nothing is sent again by itself.
  const refused = async (response: Response) => {
    waiting = null;
    attempts = 0;
    if (response.type === 'opaqueredirect') keep(); // signed out: restored after signing in
    else sessionStorage.removeItem(key);
    const isJson = response.headers.get('content-type')?.includes('json');
    const answer = isJson ? ((await response.json()) as Answer) : {};
    if (response.status === 409 && !answer.message) {
      leaving = true;
      form.submit();
    } else notice.alert('refused', answer.message);
  };

  async function save(): Promise<void> {
    if (busy) return;
    clearTimeout(timer);
    busy = true;
    dirty = false;
    if (attempts === 0) notice.saving();
    const body = fields(form);
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        body,
        headers: { 'X-Appui-Autosave': '1', Accept: 'application/json' },
        redirect: 'manual',
        keepalive: body.toString().length < largestKeptAlive,
      });
      busy = false;
      if (response.ok) done((await response.json()) as Answer);
      else if (response.status >= 500 || response.status === 429) lost();
      else await refused(response);
    } catch {
      busy = false;
      lost();
    }
  }

  form.addEventListener('change', () => {
    dirty = true;
    void save();
  });
  form.addEventListener('input', (event) => {
    if (!(event.target as Element).matches('textarea, input:not([type=radio], [type=checkbox])')) return;
    dirty = true;
    if (attempts === 0) later(pauseAfterTyping);
  });
  form.addEventListener('submit', (event) => {
    if (attempts > 0) {
      // Going on would show the browser's own error page and lose the answer.
      event.preventDefault();
      notice.look();
      void save();
    } else if (busy) {
      // Two posts at once would carry the same revision and the second would be refused: the button waits for the first.
      event.preventDefault();
      waiting = { button: event.submitter };
    } else {
      clearTimeout(timer);
      leaving = true;
    }
  });
  window.addEventListener('online', () => attempts > 0 && void save());
  window.addEventListener('pageshow', () => (leaving = false));
  window.addEventListener('beforeunload', (event) => {
    if (leaving || !(dirty || busy || attempts > 0)) return;
    event.preventDefault();
    event.returnValue = true; // browsers of before 2023
  });

  const kept = sessionStorage.getItem(key);
  if (kept !== null) {
    restore(form, new URLSearchParams(kept));
    dirty = true;
    void save();
  }
}

function fields(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  return fields;
}

function restore(form: HTMLFormElement, kept: URLSearchParams): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'hidden') continue;
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox'))
      field.checked = kept.getAll(field.name).includes(field.value);
    else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
      field.value = kept.get(field.name) ?? field.value;
  }
}
