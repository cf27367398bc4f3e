# Writes OUT: the FILES below ROOT as C++ string literals. Run by tiendo_embed. The literals are string
# views that know their length: counting so many characters is more than clang does in a constant.
set(text "// Longer than the standard promises to take; our compilers do.\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n#include \"definition/embedded.hpp\"\n\nnamespace tiendo::embedded {\n\nstd::span<const File> files() {\n  using namespace std::string_view_literals;\n  static constexpr File all[] = {\n")
foreach(file IN LISTS FILES)
  file(READ "${file}" content)
  file(RELATIVE_PATH name "${ROOT}" "${file}")
  string(APPEND text "      {\"${name}\"sv, R\"embedded(${content})embedded\"sv},\n")
endforeach()
string(APPEND text "  };\n  return all;\n}\n\n}  // namespace tiendo::embedded\n")
file(WRITE "${OUT}" "${text}")
