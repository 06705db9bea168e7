#include "intake/mistakes.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "intake/limits.hpp"

namespace remit::intake {

void Mistakes::add(base::Problem problem) {
  if (!full()) problems_.push_back(std::move(problem));
  ++count_;
}

void Mistakes::add_all(Mistakes&& others) {
  for (auto& problem : others.problems_)
    if (!full()) problems_.push_back(std::move(problem));
  count_ += others.count_;
}

bool Mistakes::full() const { return problems_.size() >= limits::problems; }

void Mistakes::order(const std::string& file) {
  if (std::find(files_.begin(), files_.end(), file) == files_.end()) files_.push_back(file);
}

void Mistakes::refuse_if_any() {
  if (count_ == 0) return;
  const auto place = [&](const base::Problem& p) {
    return std::pair(std::find(files_.begin(), files_.end(), p.file) - files_.begin(), p.line);
  };
  std::stable_sort(problems_.begin(), problems_.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
  const std::size_t more = count_ - problems_.size();
  base::Refused refused{std::move(problems_), 2};
  if (more > 0) {
    base::Problem last;
    last.code = "MORE_MISTAKES";
    last.message = "and " + std::to_string(more) + (more == 1 ? " more mistake" : " more mistakes");
    refused.problems.push_back(std::move(last));
  }
  throw refused;
}

int FileText::line_of(const char* at) const {
  if (!scanned_) {
    scanned_ = true;
    const char* from = bytes_.data();
    const char* const end = from + bytes_.size();
    while (from != end) {
      const void* found = std::memchr(from, '\n', static_cast<std::size_t>(end - from));
      if (found == nullptr) break;
      from = static_cast<const char*>(found) + 1;
      breaks_.push_back(static_cast<std::size_t>(from - bytes_.data()));
    }
  }
  const auto offset = static_cast<std::size_t>(at - bytes_.data());
  return first_line_ + static_cast<int>(std::upper_bound(breaks_.begin(), breaks_.end(), offset) - breaks_.begin());
}

int FileText::column_of(const char* at) const {
  int column = 1;
  for (const char* p = at; p != bytes_.data() && p[-1] != '\n'; --p)
    if ((static_cast<unsigned char>(p[-1]) & 0xc0) != 0x80) ++column;
  return column;
}

base::Problem FileText::problem(std::string code, const char* at, std::string field, std::string message) const {
  base::Problem p;
  p.code = std::move(code);
  p.file = name_;
  if (at != nullptr) p.line = line_of(at);
  p.field = std::move(field);
  p.message = std::move(message);
  return p;
}

std::string Place::path() const {
  std::string out = up != nullptr ? up->path() : std::string();
  if (!name.empty()) out += (out.empty() ? "" : ".") + std::string(name);
  if (item != 0) out += '[' + std::to_string(item) + ']';
  return out;
}

}  // namespace remit::intake
