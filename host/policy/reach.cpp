#include "policy/reach.hpp"

#include <algorithm>

namespace remit::policy {

namespace {

/// The root that a type's records are called by; -1 for organisations, whose name is taken by the type of field.
int root_called(const Pack& pack, const std::string& name) {
  for (std::size_t r = 0; r < pack.roots.size(); ++r)
    if (pack.roots[r].name == name && pack.roots[r].type != nullptr && pack.roots[r].others < 0) return static_cast<int>(r);
  return -1;
}

/// What the fields of `from` name, each type once, where it is clear which record is meant.
std::vector<Link> named_by(const Pack& pack, std::uint16_t from) {
  std::vector<Link> links;
  std::vector<std::uint16_t> unclear;
  const auto& fields = pack.roots[from].type->fields;
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const base::Field& field = fields[f];
    if (field.refers.empty() || field.type == base::Type::list) continue;
    const int root = root_called(pack, field.refers);
    if (root < 0) continue;
    const Link link{static_cast<std::uint16_t>(root), from, static_cast<std::uint16_t>(f)};
    const auto same = std::ranges::find(links, link.root, &Link::root);
    if (same == links.end()) links.push_back(link);
    else if (field.name == field.refers) *same = link;
    else if (fields[same->field].name != field.refers) unclear.push_back(link.root);
  }
  std::erase_if(links, [&](const Link& l) { return std::ranges::find(unclear, l.root) != unclear.end() && fields[l.field].name != fields[l.field].refers; });
  return links;
}

}  // namespace

bool Reach::sees(std::uint16_t root) const { return std::ranges::find(roots, root) != roots.end(); }

Reach reach(const Pack& pack, std::uint16_t of) {
  Reach found;
  if (of >= pack.roots.size() || pack.roots[of].type == nullptr) return found;   // nothing is known of it
  const auto add = [&](const Link& link) {
    found.links.push_back(link);
    found.roots.push_back(link.root);
    if (link.root == root::application) found.roots.insert(found.roots.end(), {root::stream, root::applicant});
  };
  for (const Link& link : named_by(pack, of))
    if (link.root != of) add(link);
  const std::vector<Link> first = found.links;
  std::vector<Link> second;
  for (const Link& link : first)
    for (const Link& further : named_by(pack, link.root))
      if (further.root != of && !found.sees(further.root)) second.push_back(further);
  for (const Link& link : second)   // reached in two ways: not clear which is meant
    if (std::ranges::count(second, link.root, &Link::root) == 1 && !found.sees(link.root)) add(link);
  return found;
}

}  // namespace remit::policy
