#include "lines.hpp"

namespace tiendo::cli {

bool next_line(std::istream& in, std::string& line, std::size_t bytes_max) {
  line.clear();
  bool any = false;
  for (int c = in.get(); c != std::char_traits<char>::eof(); c = in.get()) {
    any = true;
    if (c == '\n') {
      break;
    }
    if (line.size() <= bytes_max) {
      line.push_back(static_cast<char>(c));
    }
  }
  if (line.size() <= bytes_max && line.ends_with('\r')) {
    line.pop_back();
  }
  return any;
}

}  // namespace tiendo::cli
