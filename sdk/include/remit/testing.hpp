// Tests of plug-ins, with nothing but these headers (C++17 or later) and any test framework. It works on what the entry function
// gives, so plug-ins in C are tested in the same way.
//
//   remit::testing::host host(remit_plugin_entry_v1());
//   host.setting("least", "3").file("register", "id\nGB-CHC-1\n");
//   auto rule = host.bind("registered");
//   remit::testing::record applicant;
//   applicant.set("applicant.id", "GB-CHC-1");
//   auto answer = rule.ask(applicant);          // .outcome, .reasons, .evidence("id"), .cause, ...
//   // host.mistakes(), rule.faults() and answer.faults say how it broke the contract
//
// Round checks, allocators and exporters: rule.across(round, {{"A1", record}, {"A2", record}}), with .findings, .awards, .bytes.
#ifndef REMIT_TESTING_HPP
#define REMIT_TESTING_HPP

#include "testing/answer.hpp"
#include "testing/host.hpp"
#include "testing/record.hpp"
#include "testing/use.hpp"

#endif
