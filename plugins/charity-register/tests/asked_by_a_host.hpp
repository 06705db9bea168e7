// What the tests of the items share: a host with a register, and applicants.
#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <remit/testing.hpp>

inline constexpr std::int64_t day_in_seconds = 86400;
inline constexpr std::int64_t on_2025_03_01 = 20148 * day_in_seconds;   // date -u -d 2025-03-01 +%s is 1740787200

inline remit::testing::record applicant(const std::string& id, const std::string& name = {}) {
  remit::testing::record made;
  made.set("applicant.id", id).set("round.as_of", remit::date{on_2025_03_01});
  if (!name.empty()) made.set("applicant.name", name);
  return made;
}

inline const std::string sample =
    "id,name,status,registered,removed\n"
    "GB-CHC-1089464,Sunshine Kids Club,Registered,2001-11-30,\n"
    "GB-CHC-200051,Old Mill Trust,Removed,1963-02-01,2019-12-31\n"
    "GB-CHC-300001,Later Gone,Removed,1990-01-01,2025-06-01\n"
    "GB-CHC-300002,Gone Some Day,Removed,1990-01-01,\n"
    "GB-CHC-300003,Later Come,Registered,2025-03-02,\n"
    "GB-CHC-300004,Both,Registered,1990-01-01,2000-01-01\n"
    "GB-COH-00000003,Slow Ltd,Liquidation,2000-01-01,\n"
    "GB-CHC-300005,Twice,Registered,1990-01-01,\n"
    "GB-CHC-300005,Twice,Removed,1990-01-01,2001-01-01\n"
    "GB-CHC-300006,Copied,Registered,1990-01-01,\n"
    "GB-CHC-300006,Copied,Registered,1990-01-01,\n"
    "GB-CHC-300007,Without Status,,,\n";
