/**
 * Says what happens to a form that saves itself. Every sentence comes from the server, as data- attributes of the form or of its
 * [data-autosave-status]: saved (with {0} for the time), saving, lost, refused.
 */
export class Notice {
  private readonly status: HTMLElement;
  private readonly place: HTMLElement;

  constructor(private readonly form: HTMLFormElement) {
    this.status = form.querySelector<HTMLElement>('[data-autosave-status]') ?? form.appendChild(block('saved', 'status'));
    this.place = form.querySelector<HTMLElement>('[data-autosave-alert]') ?? this.makeAlert();
    this.status.hidden = textOf(this.status).textContent?.trim() === '';
  }

  saving(): void {
    const sentence = this.sentence('saving');
    if (sentence) this.tell(sentence);
  }

  saved(at?: string, message?: string | null): void {
    this.place.hidden = true;
    this.tell(message ?? this.sentence('saved').replace('{0}', at ?? ''));
  }

  alert(kind: 'lost' | 'refused', message?: string | null): void {
    this.status.hidden = true;
    textOf(this.place).textContent = message ?? (this.sentence(kind) || this.sentence('lost'));
    this.place.hidden = false;
  }

  /** Brings the alert into view. */
  look(): void {
    this.place.scrollIntoView({ block: 'nearest' });
  }

  private tell(sentence: string): void {
    textOf(this.status).textContent = sentence;
    this.status.hidden = false;
  }

  private sentence(name: string): string {
    return this.status.dataset[name] ?? this.form.dataset[name] ?? '';
  }

  private makeAlert(): HTMLElement {
    const alert = block('alert is-danger', 'alert');
    alert.hidden = true;
    this.status.after(alert);
    return alert;
  }
}

function block(kind: string, role: string): HTMLElement {
  const element = document.createElement('div');
  element.className = kind;
  element.setAttribute('role', role);
  const text = document.createElement('div');
  text.dataset.text = '';
  element.append(text);
  return element;
}

function textOf(element: HTMLElement): Element {
  return element.querySelector('[data-text]') ?? element;
}
