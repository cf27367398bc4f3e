#include "lines.hpp"

#include <cstdio>
#include <iostream>

namespace tiendo::cli {

bool next_line(std::istream& in, std::string& line, std::size_t bytes_max) {
  line.clear();
  std::size_t read = 0;
  for (int c = in.get(); c != std::char_traits<char>::eof(); c = in.get()) {
    ++read;
    if (c == '\n') {
      break;
    }
    if (line.size() <= bytes_max) {
      line.push_back(static_cast<char>(c));
    } else if (read > bytes_max + passed_over_max) {
      in.setstate(std::ios::eofbit);
      break;
    }
  }
  if (line.size() <= bytes_max && line.ends_with('\r')) {
    line.pop_back();
  }
  return read > 0;
}

bool has_failed(const std::istream& in) {
  // Standard input is read through stdio, which does not tell its stream of a failure.
  return in.bad() || (&in == &std::cin && std::ferror(stdin) != 0);
}

}  // namespace tiendo::cli
