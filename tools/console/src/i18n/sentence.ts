/// Begins with a capital.
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/// And ends where it ends: what other programs say of an error does neither.
export function fullSentence(text: string): string {
  const whole = sentence(text.trim());
  return whole === '' || /[.!?:…]["”)]?$/.test(whole) ? whole : `${whole}.`;
}
