const length_max = 40;

/// "Phòng Kinh tế" → "phong-kinh-te": ids are letters without marks, figures and "-".
export function idOf(name: string): string {
  const plain = name.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replaceAll(/\p{M}/gu, '');
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, length_max).replace(/-$/, '');
}
