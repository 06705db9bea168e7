// The Northern Ireland example, decided in this process by all of its pack and one criterion more, behind which the honest plug-in
// stands.
#pragma once
#include <string>

namespace remit::plugins::test {

/// The whole document: every record of the round.
std::string round_decided();

}  // namespace remit::plugins::test
