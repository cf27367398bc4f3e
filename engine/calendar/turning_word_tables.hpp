#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace tiendo::calendar {

/// Words that change what the time after them means, if at most so many words stand between.
struct TurningWord {
  std::string_view words;
  std::size_t between_max = 0;
  bool bare_only = false;  // only where no connecting word introduces the time
};

inline constexpr auto words_before = std::to_array<TurningWord>({{"không", 2},
                                                                 {"chưa"},
                                                                 {"chẳng"},
                                                                 {"đừng", 2},
                                                                 {"trừ", 1},
                                                                 {"ngoại trừ", 2},
                                                                 {"loại trừ", 1},
                                                                 {"không kể", 2},
                                                                 {"không tính", 2},
                                                                 {"ngoài", 0, true},
                                                                 {"nghỉ"},
                                                                 {"tạm nghỉ"},
                                                                 {"dừng"},
                                                                 {"ngừng"},
                                                                 {"tạm dừng", 2},
                                                                 {"tạm ngừng", 2},
                                                                 {"hoãn", 4},
                                                                 {"lùi", 4},
                                                                 {"dời", 4},
                                                                 {"chuyển", 0, true},
                                                                 {"đổi", 0, true},
                                                                 {"thay vì", 2},
                                                                 {"thay cho", 2},
                                                                 {"bỏ", 0, true},
                                                                 {"huỷ", 4, true},
                                                                 {"quá", 0, true},
                                                                 {"quá hạn"},
                                                                 {"vượt quá"},
                                                                 {"dịch", 0, true},
                                                                 {"tiếp theo", 0, true},
                                                                 {"kế tiếp", 0, true},
                                                                 {"liền sau", 0, true},
                                                                 {"liền trước", 0, true},
                                                                 {"rưỡi"},
                                                                 {"trăm ngày"},
                                                                 {"chục ngày"},
                                                                 {"vài ngày"},
                                                                 {"mấy ngày"},
                                                                 {"vài tháng"},
                                                                 {"đầu", 0, true},
                                                                 {"giữa", 0, true},
                                                                 {"cuối", 0, true},
                                                                 {"thứ", 1, true},
                                                                 {"rằm", 0, true},
                                                                 {"âm lịch", 0, true},
                                                                 {"tết nguyên đán", 0, true},
                                                                 {"tết âm lịch", 0, true},
                                                                 {"tết", 0, true}});

/// Words directly after a time that change it.
inline constexpr auto words_after = std::to_array<std::string_view>(
    {"hoặc muộn hơn", "hoặc sớm hơn", "hoặc sau đó", "hoặc ngày làm việc",
     "hoặc trước đó", "trở về trước", "về trước",    "đổ về trước",
     "trở lại",       "đổ lại",       "nghỉ",        "tạm nghỉ",
     "tạm dừng",      "tạm ngừng",    "tạm hoãn",    "hoãn",
     "bị hoãn",       "bị huỷ",       "không",       "thì không",
     "sẽ không",      "thì nghỉ",     "trừ",         "âm lịch",
     "đến nay",       "đến hết",      "tới hết",     "đến cuối",
     "đến giữa",      "đến đầu",      "cho đến",     "cho tới",
     "đến đại hội",   "đến hội nghị", "đến lễ"});

/// Goals and names that begin with such a word.
inline constexpr auto harmless = std::to_array<std::string_view>(
    {"không chỉ",    "không những",    "không ngừng",        "không gian",   "không khí",
     "không quân",   "không còn",      "không để",           "không có",     "không dùng",
     "không xảy ra", "không giới hạn", "không thường xuyên", "không chuyên", "không phát sinh",
     "nghỉ hưu",     "nghỉ việc",      "nghỉ chế độ",        "trừ sâu",      "không phân biệt"});

/// Words before a turning word that make another word of it.
inline constexpr auto makes_another = std::to_array<std::string_view>(
    {"hàng", "đường", "hay", "hoặc", "trên", "hư",   "khấu", "bù",  "diệt", "phòng", "thuốc",
     "đẩy",  "thụt",  "di",  "nước", "bên",  "ngày", "trì",  "xoá", "tiêu", "từ"});

inline constexpr auto roles = std::to_array<std::string_view>(
    {"trước", "trong", "sau", "từ", "đến", "tới", "hết", "kể", "vào"});

}  // namespace tiendo::calendar
