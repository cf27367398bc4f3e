import { words } from '../i18n';
import { dayFault } from './day-field';

type Input = HTMLInputElement;

/// What is wrong with a field, in the language of the page: by itself the browser says it in its own.
export function speakOfFields(): void {
  document.addEventListener('invalid', (event) => {
    const field = event.target as Input;
    field.setCustomValidity('');
    field.setCustomValidity(complaint(field));
  }, true);
  for (const kind of ['input', 'change']) {
    document.addEventListener(kind, (event) => {
      const { form } = event.target as Input;
      ([...form?.elements ?? []] as Input[]).forEach((field) => field.setCustomValidity?.(dayFault(field)));
    }, true);
  }
}

function complaint(field: Input): string {
  const said = words.value.field;
  const { type, validity, minLength, dataset } = field;
  if (validity.valueMissing) {
    return type === 'radio' ? said.noChoice : type === 'file' ? said.noFile : dataset.day !== undefined ? said.noDay : said.empty;
  }
  return validity.tooShort ? said.tooShort(minLength) : dayFault(field);
}
