// Whatever the command line does can be asked for by HTTP, or it is said here why not; and whatever
// can be asked for by HTTP is there on the command line, or it is said here why not.
#include <algorithm>
#include <map>
#include <set>

#include "interface/commands.hpp"

namespace tiendo::test {
namespace {

/// The operations by which each command can be asked for, separated by blanks.
const std::map<std::string, std::string>& operations_of() {
  static const std::map<std::string, std::string> table{
      {"plan check", "checkPlan"},
      {"plan show", "showPlan"},
      {"plan format", "formatPlan"},
      {"plan copy", "copyPlan"},
      {"plan simulate", "simulatePlan"},
      {"plan diff", "comparePlans"},
      {"plan draw", "drawPlan"},
      {"calendar resolve", "resolveExpression"},
      {"calendar lunar", "getLunarDate"},
      {"calendar day", "getCalendarDay"},
      {"calendar holidays", "getCalendarYear"},
      {"calendar add", "addToDay"},
      {"campaign issue", "issueCampaign"},
      {"campaign list", "listCampaigns"},
      {"campaign show", "getCampaign"},
      {"campaign suspend", "suspendCampaign"},
      {"campaign resume", "resumeCampaign"},
      {"campaign cancel", "cancelCampaign"},
      {"campaign close", "closeCampaign"},
      {"campaign file-report", "fileReport"},
      {"campaign amend", "amendCampaign"},
      {"campaign set-anchor", "setAnchor"},
      {"campaign record-result", "recordResult"},
      {"task list", "listTasks"},
      {"task show", "getTask getTaskHistory"},
      {"task announce", "announceTask"},
      {"task assign", "assignTask"},
      {"task begin-plan", "beginPlan"},
      {"task submit-plan", "submitPlan"},
      {"task return-plan", "returnPlan"},
      {"task approve-plan", "approvePlan"},
      {"task start", "startTask"},
      {"task progress", "progress"},
      {"task step", "step"},
      {"task report", "reportTask"},
      {"task return", "returnTask"},
      {"task accept", "acceptTask"},
      {"task reopen", "reopenTask"},
      {"task ask-extension", "askExtension"},
      {"task grant-extension", "grantExtension"},
      {"task refuse-extension", "refuseExtension"},
      {"task fix-dates", "fixDates"},
      {"task suspend", "suspendTask"},
      {"task resume", "resumeTask"},
      {"task cancel", "cancelTask"},
      {"task comment", "commentTask"},
      {"task attach", "uploadEvidence attach"},
      {"inbox", "listInbox"},
      {"user list", "listUsers"},
      {"user show", "getUser getContact"},
      {"user add", "addUser"},
      {"user rename", "renameUser"},
      {"user post", "givePost"},
      {"user end-post", "endPost"},
      {"user contact", "setContact"},
      {"user erase", "eraseContact"},
      {"user password", "setPassword"},
      {"user import", "importUsers"},
      {"user sessions list", "listUserSessions"},
      {"user sessions end", "endUserSession endSessions"},
      {"user token list", "listUserTokens"},
      {"user token make", "makeUserToken"},
      {"user token end", "revokeUserToken"},
      {"unit list", "listUnits"},
      {"unit add", "setUnit"},
      {"unit merge", "mergeUnits"},
      {"unit import", "importUnits"},
      {"holiday list", "listHolidays"},
      {"holiday set", "setHolidays"},
      {"office show", "getOffice"},
      {"office set", "setOffice"},
      {"journal verify", "verifyJournal"},
      {"journal heads", "getHeads"},
      {"journal export", "exportJournal"},
  };
  return table;
}

/// Commands that cannot be asked for, and why.
const std::map<std::string, std::string>& only_commands() {
  static const std::map<std::string, std::string> table{
      {"chart run", "tries a chart out while it is written; nothing of the office is in it"},
      {"catch-up", "the server is never behind"},
      {"journal replay", "compares the snapshot in the folder, which only its holder can delete"},
      {"backup", "writes a file beside the folder; the server makes its own by --backups"},
      {"restore", "makes a folder, which no server can hold yet"},
      {"serve", "is the server"},
  };
  return table;
}

/// Operations that no command asks for, and why.
const std::map<std::string, std::string>& only_operations() {
  static const std::map<std::string, std::string> table{
      {"getTimeline", "what a screen draws; task list has the same days"},
      {"getCampaignHistory", "journal export has the same events"},
      {"getPlanFiles", "journal export has the same texts"},
      {"listResults", "campaign show has the results, journal export who recorded them"},
      {"getEvidence", "the files stand in the folder"},
      {"streamEvents", "for screens that are open"},
      {"signIn", "the holder of the folder needs no sign-in"},
      {"whoAmI", "of a session"},
      {"signOut", "of a session"},
      {"changePassword", "of a session; user password sets a first one"},
      {"listSessions", "one's own; user sessions list"},
      {"endSession", "one's own; user sessions end"},
      {"listTokens", "one's own; user token list"},
      {"makeToken", "one's own; user token make"},
      {"revokeToken", "one's own; user token end"},
      {"getService", "of the running server"},
      {"setLogLevel", "of the running server"},
      {"confirmClock", "of the running server; serve --after-absence"},
      {"getContract", "the file itself"},
      {"getHealth", "for whoever watches the server"},
      {"getReadiness", "for whoever watches the server"},
      {"listMessages", "of letters, which only a server sends"},
      {"getMe", "who signed in is told in the console"},
      {"getClock", "of the running server"},
      {"setClock", "of the running server; serve --clock and --speed"},
      {"listLetters", "files in the folder of serve --mail-folder"},
      {"getLetter", "a file in the folder of serve --mail-folder"},
      {"showLetter", "for browsers"},
      {"getConsole", "for browsers"},
      {"getConsoleFile", "for browsers"},
      {"getMetrics", "for whoever watches the server"},
  };
  return table;
}

std::set<std::string> operations_of_file() {
  constexpr std::string_view key = "operationId: ";
  std::istringstream file{shell("cat schemas/openapi.yaml").out};
  std::set<std::string> ids;
  for (std::string line; std::getline(file, line);) {
    if (const auto at = line.find(key); at != std::string::npos) {
      ids.insert(line.substr(at + key.size()));
    }
  }
  return ids;
}

}  // namespace

TEST_CASE("every command has an operation, or a reason why there is none") {
  const auto all = commands();
  for (const auto& command : all) {
    INFO(command);
    CHECK(operations_of().contains(command) + only_commands().contains(command) == 1);
  }
  for (const auto* table : {&operations_of(), &only_commands()}) {
    for (const auto& [command, what] : *table) {
      INFO(command << " is no command any more");
      CHECK(std::ranges::find(all, command) != all.end());
    }
  }
}

TEST_CASE("every operation has a command, or a reason why there is none") {
  const auto in_file = operations_of_file();
  REQUIRE(in_file.size() > 90);
  std::set<std::string> named;
  for (const auto& [command, operations] : operations_of()) {
    std::istringstream ids{operations};
    for (std::string id; ids >> id;) {
      INFO(command << " → " << id);
      CHECK(in_file.contains(id));
      named.insert(id);
    }
  }
  for (const auto& id : in_file) {
    INFO(id);
    CHECK(named.contains(id) + only_operations().contains(id) == 1);
  }
  for (const auto& [id, why] : only_operations()) {
    INFO(id);
    CHECK(in_file.contains(id));
  }
}

}  // namespace tiendo::test
