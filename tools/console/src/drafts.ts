// What was typed and has not been sent: it outlives a page that is loaded again, in this tab alone.

const prefix = 'tiendo.draft.';
let owner = '';

/// Whose drafts these are. What another wrote is not shown to him.
export function draftsOf(user: string): void {
  owner = user;
}

export function draft(of: string): string {
  return sessionStorage.getItem(place(of)) ?? '';
}

/// Empty: there is nothing to keep any more.
export function keepDraft(of: string, text: string): void {
  if (text === '') {
    sessionStorage.removeItem(place(of));
  } else {
    sessionStorage.setItem(place(of), text);
  }
}

export function forgetDrafts(): void {
  Object.keys(sessionStorage).filter((key) => key.startsWith(prefix)).forEach((key) => sessionStorage.removeItem(key));
}

/// All that is in a form, but for files.
export function formDraft(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
}

/// Fills in what `formDraft` kept: first what is not chosen any more, for it may stand in the way of what
/// is. What appears with a choice is there a frame later.
export function fillIn(form: HTMLFormElement, kept: string): void {
  const entries = JSON.parse(kept) as Array<[string, string]>;
  const fields = () => ([...form.elements] as HTMLInputElement[]).filter((one) => one.name !== '' && one.type !== 'file');
  const choose = (chosen: boolean) => fields().filter(isChoice)
    .filter((field) => field.checked !== chosen && entries.some(([name, value]) => name === field.name && value === field.value) === chosen)
    .forEach((field) => field.click());
  const write = () => {
    for (const field of fields().filter((one) => !isChoice(one))) {
      const entry = entries.find(([name]) => name === field.name);
      if (entry) {
        field.value = entry[1];
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
  };
  choose(false);
  requestAnimationFrame(() => {
    choose(true);
    requestAnimationFrame(write);
  });
}

function isChoice(field: HTMLInputElement): boolean {
  return field.type === 'checkbox' || field.type === 'radio';
}

function place(of: string): string {
  return `${prefix}${owner}.${of}`;
}
