#include "model/notice.hpp"

namespace tiendo::model {

std::string to_string(const Addressee& addressee) {
  switch (addressee.kind) {
    case AddresseeKind::unit:
      return addressee.unit.str();
    case AddresseeKind::head_of_unit:
      return addressee.unit.str() + ":head";
    case AddresseeKind::leaders:
      return "leaders";
    case AddresseeKind::office:
      return "office";
  }
  return {};
}

}  // namespace tiendo::model
