import { autosave } from './autosave.ts';
import { copy } from './copy.ts';
import { keep } from './keep.ts';
import { keys } from './keys.ts';

document.querySelectorAll<HTMLFormElement>('form[data-autosave]').forEach(autosave);
document.querySelectorAll<HTMLButtonElement>('button[data-copy]').forEach(copy);
keys(document);
keep();
if (matchMedia('(max-width: 760px)').matches)
  document.querySelectorAll<HTMLDetailsElement>('details.fold').forEach((fold) => (fold.open = false));
