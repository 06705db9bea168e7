// The exact bytes of one record, worked out by hand from docs/decision-record.md.
#include <gtest/gtest.h>

#include "base/digest.hpp"
#include "sample.hpp"

namespace remit::record::test {
namespace {

using policy::Outcome;
namespace field = intake::application_field;

TEST(BytesOfARecord, ByHand) {
  Sample sample;
  sample.criterion("title-said", policy::Effect::blocks, [](const auto& facts, auto& work) {
    look(facts, work, policy::root::application, field::title);
    look(facts, work, policy::root::application, field::added_value);
    look(facts, work, policy::root::application, field::amount_requested);
    return Outcome::pass;
  });
  sample.parameter("least", base::Value::of(base::Kind::money, 500), "4.2");
  sample.silence("appeals", "Appeals", "4.7", "none is given");
  sample.decide(round_of(application("A1", "600", R"(,"elements":[{"id":"E1","title":"Visits","cost":600}])"), scored("A1", "4", "3.5")));

  const std::string before = R"({"applicant":{"id":"o1","name":"First & Co","type":"voluntary"},"application":"A1","as_of":"2012-03-01","conflicts":[])";
  const std::string after =
      R"(,"eligibility":{"findings":[{"clause":"4.5.3 b1","effect":"blocks","force":"must","layer":"test","outcome":"pass",)"
      R"("read":{"application.added_value":null,"application.amount_requested":"600.00","application.title":"Title A1"},)"
      R"("rule":"title-said","title":"Title of title-said"}],"outcome":"eligible"},)"
      R"("engine":"0.1.0","findings":[],"format":"remit.record/1","input":")" + sample.round->digest + R"(",)"
      R"("pack":{"digest":"blake2b-256:pack","id":"test","layers":[{"digest":"blake2b-256:layer","id":"test","version":"1.0.0"}],"version":"1.0.0"},)"
      R"("panel":{"id":"p1","taking_part":["m1","m2"]},"parameters":{"least":{"clause":"4.2","value":"5.00"}},"plugins":[],)"
      R"("procedure":"default/1",)"
      R"("proposal":{"amount":"600.00","decision":"approve-total","elements":["E1"],"pending":[],)"
      R"("reasons":[{"clause":"Remit procedure, step 5","message":"rank 1: the whole request of £600 fits the budget of £1,000","rule":"procedure/allocation"}],)"
      R"("why":"funded-whole"},"rank":1,)"
      R"("request":{"amount":"600.00","elements":[{"cost":"600.00","id":"E1","title":"Visits"}],"submitted_at":"2012-01-12T09:30:00"},)"
      R"("round":"r1",)"
      R"("scores":{"exact":"155/2","measures":[{"high":"5","mean":"4","measure":"need","met":true,"minimum":"2","title":"Need","weight":"3"},)"
      R"({"high":"5","mean":"7/2","measure":"value","met":true,"title":"Value","weight":"1"}],"met":true,)"
      R"("sheets":[{"counted":true,"marks":{"need":{"justification":"seen","score":"4"},"value":{"justification":"seen","score":"7/2"}},"member":"m1"},)"
      R"({"counted":true,"marks":{"need":{"justification":"seen","score":"4"},"value":{"justification":"seen","score":"7/2"}},"member":"m2"}],)"
      R"("threshold":"50","total":"77.50","unjustified":0},)"
      R"("silences":[{"clause":"4.7","id":"appeals","so":"none is given","title":"Appeals"}],"stream":"s","ties":[],"title":"Title A1",)"
      R"("what_if":false,"would_have_passed":[]})";
  EXPECT_EQ(sample.record("A1"), before + R"(,"digest":")" + base::digest_of(before + after) + '"' + after);
}

}  // namespace
}  // namespace remit::record::test
