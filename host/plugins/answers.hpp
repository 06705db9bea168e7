// What a worker answers, as bytes, and what the host makes of answers: what is no UTF-8, no value or no outcome becomes an error, and
// causes name the plug-in. An answer without words takes one byte.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "plugins/manifest.hpp"
#include "plugins/session_words.hpp"
#include "plugins/wire.hpp"
#include "policy/plugins.hpp"

namespace remit::plugins {

void encode(const policy::Answer& answer, Writer& out);
/// Throws Garbled.
policy::Answer decode_answer(Reader& in);

void encode(const SessionWords& words, Writer& out);
/// Appends to `words`. Throws Garbled.
void decode_session(Reader& in, SessionWords& words);

void encode(const Manifest& manifest, Writer& out);
Manifest decode_manifest(Reader& in);

/// An error of this plug-in: "charity-register: cause".
policy::Answer error_of(std::string_view plugin, std::string_view cause);
/// Makes an answer fit for a record, or the error that it is. `columns`: of a data source.
void check_answer(policy::Answer& answer, std::string_view plugin, const std::vector<std::string>& columns);
/// Empty, or what is wrong with texts and values of a session, in words.
std::string wrong_in(const SessionWords& words, bool bytes_are_text);

}  // namespace remit::plugins
