// The floor: the shortest result line, written by hand. Standard input to standard output.
#include "policy.hpp"

static void write(const App& a, const Result& r, std::string& out) {
  out += "{\"application_id\":\"";
  out += a.id;                                   // ids hold no character that needs escaping
  out += r.failed ? "\",\"eligible\":false,\"failed\":[" : "\",\"eligible\":true,\"failed\":[";
  auto failed = [&] {
    bool c = false;
    for (int i = 0; i < 10; i++) if (r.failed >> i & 1) {
      const char t[8] = {',', '"', 'E', static_cast<char>('0' + (i + 1) / 10), static_cast<char>('0' + (i + 1) % 10), '"', 0};
      out.append(c ? t : t + 1);
      c = true;
    }
  };
  failed();
  out += "],\"score\":";
  lines::append_score(out, r.score);
  out += ",\"decision\":\"";
  out += DECISION[r.decision];
  out += "\",\"reasons\":[";
  if (r.failed) failed();
  else if (r.s01) out += "\"S01\"";
  else if (r.decision == PARTS) {
    bool c = r.s02;
    if (c) out += "\"S02\"";
    for (int i = 0; i < NCRIT; i++) if (r.weak >> i & 1) { out += c ? ",\"W_" : "\"W_"; out += CRIT[i]; out += '"'; c = true; }
  } else if (r.decision == PRINCIPLE) out += "\"C01\"";
  out += "]}\n";
}

int main() {
  od::parser parser;
  App a;
  Result r;
  lines::stream([&](std::string_view line, std::string& out) {
    parse(parser, line, a);
    decide(a, r);
    write(a, r, out);
  });
}
