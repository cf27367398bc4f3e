#include "runtime/letter.hpp"

#include "base/check.hpp"
#include "runtime/letter_parts.hpp"

namespace tiendo::runtime {

port::Letter compose(const Digest& digest, const LetterTo& to, const LetterHead& head) {
  check(!digest.empty(), "a letter says something");
  LetterPage page;
  page.language = to.language;
  page.has_headings = digest.kind == model::MessageKind::digest;
  page.is_one = !page.has_headings && digest.items.size() == 1;
  page.groups = groups_of(digest);
  page.words = words_of(digest, page.groups, to, head);
  page.head = head;

  port::Letter letter;
  letter.id = to.id;
  letter.to_address = to.address;
  letter.to_name = to.name;
  letter.subject = page.words.subject;
  letter.text = letter_text(page);
  letter.html = letter_html(page);
  letter.at = to.at;
  return letter;
}

}  // namespace tiendo::runtime
