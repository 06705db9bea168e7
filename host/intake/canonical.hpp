// The canonical form of records: RFC 8785, so that equal facts have equal bytes and equal digests, whatever file they
// came from. Numbers that are no whole counts are texts ("60000.00", "3.25" as "13/4"), since JSON's own are inexact.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/schema.hpp"
#include "base/value.hpp"

namespace remit::intake {

/// The order of keys in RFC 8785: by UTF-16 code units, for two texts in UTF-8.
bool utf16_less(std::string_view a, std::string_view b);

/// Writes records of one type; made once for many records. `type` must stay alive.
class CanonicalWriter {
 public:
  explicit CanonicalWriter(const base::RecordType& type);
  /// Appends the object of `record`: derived and absent fields are left out, and groups in which nothing is answered.
  void write(const base::Value* record, std::string& out) const;
  /// Appends the value of one answered field, without its key.
  void write_field(const base::Value* record, std::size_t field, std::string& out) const { write_field(*top_, field, record, out); }

 private:
  struct Plan {
    struct Member {
      std::uint16_t field;
      std::string key;                        // `"name":`
    };
    const base::RecordType* type = nullptr;
    std::vector<std::vector<Member>> groups;  // by index of the group's field + 1; 0: the top
  };
  const Plan& plan_of(const base::RecordType& type);
  void write_group(const Plan& plan, std::size_t group, const base::Value* record, std::string& out) const;
  void write_field(const Plan& plan, std::size_t field, const base::Value* record, std::string& out) const;
  void write_value(const base::Value& value, base::Type type, const base::RecordType* item, std::string& out) const;

  std::unordered_map<const base::RecordType*, std::unique_ptr<Plan>> plans_;
  const Plan* top_;
};

}  // namespace remit::intake
