#include "journal/build_id.hpp"

#include <elf.h>
#include <link.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace tiendo::journal {
namespace {

constexpr std::size_t aligned(std::size_t size) {
  return (size + 3) / 4 * 4;
}

/// The note of the build id among `notes` (elf(5), "Notes").
std::string_view find_id(std::string_view notes) {
  ElfW(Nhdr) head{};
  while (notes.size() >= sizeof head) {
    std::memcpy(&head, notes.data(), sizeof head);
    const auto name = sizeof head;
    const auto content = name + aligned(head.n_namesz);
    const auto next = content + aligned(head.n_descsz);
    if (next > notes.size()) {
      break;
    }
    if (head.n_type == NT_GNU_BUILD_ID && notes.substr(name, 4) == std::string_view{"GNU", 4}) {
      return notes.substr(content, head.n_descsz);
    }
    notes.remove_prefix(next);
  }
  return {};
}

/// Called for every loaded object, the program itself first.
int visit(dl_phdr_info* object, std::size_t, void* found) {
  for (std::size_t i = 0; i < object->dlpi_phnum; ++i) {
    const auto& segment = object->dlpi_phdr[i];
    if (segment.p_type == PT_NOTE) {
      const auto* const notes = reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr);
      const auto id = find_id({notes, segment.p_memsz});
      if (!id.empty()) {
        *static_cast<std::string_view*>(found) = id;
        break;
      }
    }
  }
  return 1;  // the program alone
}

}  // namespace

std::string_view build_id() {
  static const std::string_view id = [] {
    std::string_view found;
    dl_iterate_phdr(visit, &found);
    return found;
  }();
  return id;
}

}  // namespace tiendo::journal
