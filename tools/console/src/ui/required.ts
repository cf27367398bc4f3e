import { words } from '../i18n';
import { dayText } from '../i18n/dates';

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
      ([...form?.elements ?? []] as Input[]).forEach((field) => field.setCustomValidity?.(''));
    }, true);
  }
}

function complaint({ type, validity, min, max, minLength }: Input): string {
  const said = words.value.field;
  if (validity.badInput) {
    return type === 'date' ? said.noDay : said.empty;
  }
  if (validity.valueMissing) {
    return type === 'radio' ? said.noChoice : type === 'file' ? said.noFile : type === 'date' ? said.noDay : said.empty;
  }
  if (validity.rangeUnderflow) {
    return said.tooEarly(dayText(min));
  }
  if (validity.rangeOverflow) {
    return said.tooLate(dayText(max));
  }
  return validity.tooShort ? said.tooShort(minLength) : '';
}
