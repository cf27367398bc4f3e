// Tables of people and units, as office programs write them.
#include "api/answers.hpp"
#include "api/body.hpp"
#include "api/finding_json.hpp"
#include "api/lists.hpp"
#include "api/office_operations.hpp"
#include "api/problem.hpp"
#include "runtime/office_import.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

constexpr std::string_view email = "email";

using ReadTable = definition::Checked<runtime::Import> (*)(std::string_view, const std::string&,
                                                           const model::Office&);

/// Addresses that are not known yet, or otherwise.
Result<std::vector<port::Secret>> new_contacts(const runtime::Import& import,
                                               const port::Secrets& secrets) {
  std::vector<port::Secret> fresh;
  for (const auto& contact : import.contacts) {
    const auto known = secrets.get(contact.user, email);
    if (known.has_error()) {
      return known.error();
    }
    if (!*known || **known != contact.email) {
      fresh.push_back({contact.user, std::string{email}, contact.email});
    }
  }
  return fresh;
}

/// `like`: a command of those that a line comes to.
Response import_table(const Writing& writing, ReadTable read, model::OfficeCommands like) {
  if (auto refusal = may_not(writing, std::move(like))) {
    return std::move(*refusal);
  }
  if (is_json(writing.request.content_type)) {
    return problem(415, "not_csv",
                   {"gửi bảng là text/csv, mã hóa UTF-8", "send the table as text/csv in UTF-8"},
                   writing.language());
  }
  const auto table =
      read(writing.request.body, name_of_body(writing.request), writing.engine.state().office);
  auto findings = to_json(table.findings, writing.language());
  if (!table.value) {
    return problem(422, "bad_table",
                   {"bảng chưa dùng được: xem từng lỗi trong “findings”",
                    "the table is not in order: see every error in \"findings\""},
                   writing.language(), {{"findings", std::move(findings)}});
  }
  const auto contacts = new_contacts(*table.value, writing.secrets);
  if (contacts.has_error()) {
    return unavailable(contacts.error(), writing.language());
  }
  const bool dry_run = query(writing.request, "dry_run") == "true";
  json::object counts{{"dry_run", dry_run},
                      {"lines", table.value->lines},
                      {"changes", table.value->commands.size()},
                      {"contacts", contacts->size()},
                      {"findings", std::move(findings)}};
  if (dry_run) {
    counts["accepted"] = true;
    return json_response(counts);
  }
  model::OfficeCommands commands;
  for (const auto& line : table.value->commands) {
    commands.push_back(line.command);
  }
  auto response = carry_out(writing, {{}, std::move(commands), {}}, std::move(counts));
  if (response.status != 200) {
    return response;
  }
  // They are not in the journal: should its commit fail, the same table brings them again.
  const auto put = writing.secrets.put_all(*contacts);
  return put.has_error() ? unavailable(put.error(), writing.language()) : std::move(response);
}

}  // namespace

Response import_users(const Writing& writing) {
  return import_table(writing, runtime::read_people,
                      {model::RenamePerson{model::UserId{"-"}, "-"}});
}

Response import_units(const Writing& writing) {
  return import_table(writing, runtime::read_units, {model::SetUnit{}});
}

}  // namespace tiendo::api
