# Writes OUT: the files below DIST as bytes that the assembler takes in: string literals would cost the
# compiler seconds.
file(GLOB_RECURSE files RELATIVE "${DIST}" "${DIST}/*")
list(SORT files)
set(types_html "text/html; charset=utf-8")
set(types_js "text/javascript; charset=utf-8")
set(types_css "text/css; charset=utf-8")
set(types_svg "image/svg+xml")
set(types_woff2 "font/woff2")

set(bytes "")
set(rows "")
set(number 0)
foreach(file IN LISTS files)
  cmake_path(GET file EXTENSION LAST_ONLY extension)
  string(SUBSTRING "${extension}" 1 -1 extension)
  if(NOT types_${extension})
    message(FATAL_ERROR "${DIST}/${file}: of which type is .${extension}? Say so in embed_pages.cmake")
  endif()
  file(SHA256 "${DIST}/${file}" hash)
  string(SUBSTRING "${hash}" 0 20 tag)
  if(file STREQUAL "index.html")
    set(path "/")
  else()
    set(path "/${file}")
  endif()
  string(APPEND bytes "    \"tiendo_page_${number}:\\n\"\n"
         "    \".incbin \\\"${DIST}/${file}\\\"\\n\"\n"
         "    \"tiendo_page_${number}_end:\\n\"\n")
  string(APPEND declared "extern const char tiendo_page_${number}[];\n"
         "extern const char tiendo_page_${number}_end[];\n")
  string(APPEND rows "      {\"${path}\", \"${types_${extension}}\", \"\\\"${tag}\\\"\",\n"
         "       between(tiendo_page_${number}, tiendo_page_${number}_end)},\n")
  math(EXPR number "${number} + 1")
endforeach()

set(text "#include \"console/pages.hpp\"\n\n")
if(files)
  string(APPEND text "asm(\n    \".section .rodata\\n\"\n${bytes}    \".text\\n\");\n\nextern \"C\" {\n${declared}}\n\n")
endif()
string(APPEND text "namespace tiendo::console {\nnamespace {\n\n"
       "[[maybe_unused]] std::string_view between(const char* begin, const char* end) {\n"
       "  return {begin, static_cast<std::size_t>(end - begin)};\n}\n\n}  // namespace\n\n"
       "std::span<const server::StaticFile> pages() {\n")
if(files)
  string(APPEND text "  static const server::StaticFile all[] = {\n${rows}  };\n  return all;\n")
else()
  string(APPEND text "  return {};\n")
endif()
string(APPEND text "}\n\n}  // namespace tiendo::console\n")
file(WRITE "${OUT}" "${text}")
