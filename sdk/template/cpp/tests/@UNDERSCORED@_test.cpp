// How @ID@ behaves, asked as the host would ask it.
#include <remit/testing.hpp>

#include <iostream>

namespace {

int failures = 0;

void expect(bool held, const char* what) {
  if (held) return;
  std::cerr << "not so: " << what << '\n';
  ++failures;
}

remit::testing::answer ask(remit::testing::record subject) {
  remit::testing::host host(remit_plugin_entry_v1());
  host.file("list", "GB-CHC-1\r\nGB-CHC-2\n");
  const auto rule = host.bind("listed");
  for (const auto& fault : rule.faults()) expect(false, fault.c_str());
  auto answer = rule.ask(subject);
  for (const auto& fault : answer.faults) expect(false, fault.c_str());
  return answer;
}

}  // namespace

int main() {
  using remit::testing::record;
  expect(ask(record().set("applicant.id", "GB-CHC-2")).outcome == remit::outcome::pass, "who is on the list passes");
  expect(ask(record().set("applicant.id", "GB-CHC-3")).outcome == remit::outcome::fail, "who is not on the list fails");
  expect(ask(record().set("applicant.id", "GB-CHC")).outcome == remit::outcome::fail, "a part of an id is not the id");
  expect(ask(record()).outcome == remit::outcome::refer, "without an id a person must look");

  remit::testing::host host(remit_plugin_entry_v1());
  for (const auto& mistake : host.mistakes()) expect(false, mistake.c_str());
  host.file("list", "");
  expect(host.bind("listed").refused() == "the list names nobody", "an empty list is refused");
  return failures == 0 ? 0 : 1;
}
