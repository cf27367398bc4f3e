#include "lifecycle/rights.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "lifecycle/transition_table.hpp"

namespace tiendo::lifecycle {
namespace {

using model::CampaignAction;
using model::OfficeAction;
using model::TaskAction;

class Standings {
 public:
  constexpr Standings(std::initializer_list<Standing> standings) {
    for (const Standing standing : standings) {
      bits_ |= 1U << static_cast<unsigned>(standing);
    }
  }
  [[nodiscard]] constexpr bool contain(Standing standing) const {
    return (bits_ >> static_cast<unsigned>(standing) & 1U) != 0;
  }
  friend constexpr Standings operator+(Standings a, Standings b) {
    a.bits_ |= b.bits_;
    return a;
  }

 private:
  unsigned bits_ = 0;
};

constexpr Standings lead_unit{Standing::staff_of_lead, Standing::head_of_lead,
                              Standing::office_as_lead};
constexpr Standings coordinating_unit{Standing::staff_of_coordinating};
constexpr Standings leaders{Standing::leader};
constexpr Standings offices{Standing::office, Standing::office_as_lead, Standing::administrator};
constexpr Standings administrators{Standing::administrator};

template <class Action>
struct Right {
  Action action;
  Standings who;
};

// Work is judged by leaders and by nobody in their place; the administrator mends, accepts nothing.
constexpr Right<TaskAction> task_rights[] = {
    {TaskAction::announce, leaders + offices},
    {TaskAction::assign, leaders + offices},
    {TaskAction::begin_plan, lead_unit},
    {TaskAction::submit_plan, lead_unit},
    {TaskAction::return_plan, leaders},
    {TaskAction::approve_plan, leaders},
    {TaskAction::start, lead_unit + offices},
    {TaskAction::report_progress, lead_unit},
    {TaskAction::perform_step, lead_unit + coordinating_unit},
    {TaskAction::report, lead_unit},
    {TaskAction::return_report, leaders},
    {TaskAction::accept, leaders},
    {TaskAction::reopen, leaders + administrators},
    {TaskAction::ask_extension, lead_unit},
    {TaskAction::grant_extension, leaders},
    {TaskAction::refuse_extension, leaders},
    {TaskAction::fix_dates, leaders + offices},
    {TaskAction::suspend, leaders + offices},
    {TaskAction::resume, leaders + offices},
    {TaskAction::cancel, leaders + administrators},
    {TaskAction::comment, lead_unit + coordinating_unit + leaders + offices},
    {TaskAction::attach, lead_unit + coordinating_unit + offices},
};

constexpr Right<CampaignAction> campaign_rights[] = {
    {CampaignAction::issue, leaders + offices},
    {CampaignAction::run, leaders + offices},
    {CampaignAction::begin_closing, leaders + offices},
    {CampaignAction::close, leaders + offices},
    {CampaignAction::suspend, leaders + offices},
    {CampaignAction::resume, leaders + offices},
    {CampaignAction::cancel, leaders + administrators},
    {CampaignAction::record_result, lead_unit + offices},
    {CampaignAction::amend, leaders + offices},
    {CampaignAction::set_anchor, leaders + offices},
    {CampaignAction::file_report, leaders + offices},
};

constexpr Right<OfficeAction> office_rights[] = {
    {OfficeAction::add_person, administrators},
    {OfficeAction::rename_person, administrators},
    {OfficeAction::give_post, administrators},
    {OfficeAction::end_post, administrators},
    {OfficeAction::set_unit, offices},
    {OfficeAction::set_holidays, offices},
    {OfficeAction::set_hours, offices},
    {OfficeAction::set_ladder, offices},
    {OfficeAction::set_channels, administrators},
    {OfficeAction::merge_units, administrators},
    {OfficeAction::set_name, offices},
};

template <class Rights>
constexpr bool in_order(const Rights& rights) {
  std::size_t i = 0;
  return std::ranges::all_of(
      rights, [&](const auto& right) { return static_cast<std::size_t>(right.action) == i++; });
}
static_assert(in_order(task_rights) && in_order(campaign_rights) && in_order(office_rights));

Text words(Standing standing) {
  switch (standing) {
    case Standing::staff_of_lead:
      return {"chuyên viên đơn vị chủ trì", "staff of the lead unit"};
    case Standing::staff_of_coordinating:
      return {"đơn vị phối hợp", "staff of a coordinating unit"};
    case Standing::head_of_lead:
      return {"trưởng đơn vị chủ trì", "the head of the lead unit"};
    case Standing::leader:
      return {"lãnh đạo", "a leader"};
    case Standing::office:
      return {"văn phòng", "the office"};
    case Standing::office_as_lead:
      return {"văn phòng (khi chủ trì hoặc chưa phân công chủ trì)",
              "the office (where it leads or nobody does)"};
    case Standing::administrator:
      return {"quản trị viên", "the administrator"};
    case Standing::viewer:
      return {"người xem", "viewers"};
  }
  return {};
}

Text words(Standings standings) {
  Text all;
  for (const Standing standing : every<Standing>()) {
    const bool said = standing == Standing::office_as_lead && standings.contain(Standing::office);
    if (standings.contain(standing) && !said) {
      const Text one = words(standing);
      all.vi += (all.vi.empty() ? "" : ", ") + one.vi;
      all.en += (all.en.empty() ? "" : ", ") + one.en;
    }
  }
  return all;
}

Standings who(TaskAction action) {
  return task_rights[static_cast<std::size_t>(action)].who;
}
Standings who(CampaignAction action) {
  return campaign_rights[static_cast<std::size_t>(action)].who;
}
Standings who(OfficeAction action) {
  return office_rights[static_cast<std::size_t>(action)].who;
}

}  // namespace

Standing standing_of(const model::Post& post, std::span<const model::Part> leads,
                     std::span<const model::Part> coordinating) {
  const bool leading = std::ranges::find(leads, post.unit, &model::Part::unit) != leads.end();
  switch (post.role) {
    case model::Role::leader:
      return Standing::leader;
    case model::Role::office:
      return leads.empty() || leading ? Standing::office_as_lead : Standing::office;
    case model::Role::administrator:
      return Standing::administrator;
    case model::Role::viewer:
      return Standing::viewer;
    case model::Role::head:
    case model::Role::staff:
      break;
  }
  if (leading) {
    return post.role == model::Role::head ? Standing::head_of_lead : Standing::staff_of_lead;
  }
  const bool helping =
      std::ranges::find(coordinating, post.unit, &model::Part::unit) != coordinating.end();
  return helping ? Standing::staff_of_coordinating : Standing::viewer;
}

bool may(Standing standing, TaskAction action) {
  return who(action).contain(standing);
}
bool may(Standing standing, CampaignAction action) {
  return who(action).contain(standing);
}
bool may(Standing standing, OfficeAction action) {
  return who(action).contain(standing);
}
bool may_enter_for_others(Standing standing) {
  return offices.contain(standing);
}
Text who_may(TaskAction action) {
  return words(who(action));
}
Text who_may(CampaignAction action) {
  return words(who(action));
}
Text who_may(OfficeAction action) {
  return words(who(action));
}

}  // namespace tiendo::lifecycle
