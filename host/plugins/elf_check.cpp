#include "plugins/elf_check.hpp"

#include <elf.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>

#include "base/text.hpp"

namespace remit::plugins {

namespace {

/// Thrown where the file contradicts itself.
struct Damaged {
  std::string what;
};

#if defined(__x86_64__)
constexpr int this_machine = EM_X86_64;
#elif defined(__aarch64__)
constexpr int this_machine = EM_AARCH64;
#else
constexpr int this_machine = EM_NONE;
#endif

constexpr std::size_t most_headers = 256, most_symbols = 4'000'000, most_dynamic = 4096;

/// The bytes of the file, never beyond them, and its memory as the loader would lay it out.
class Image {
 public:
  explicit Image(std::string_view file) : file_(file) {}

  template <class T>
  T at(std::uint64_t offset) const {
    if (offset > file_.size() || file_.size() - offset < sizeof(T)) throw Damaged{"it ends too soon"};
    T value;
    std::memcpy(&value, file_.data() + offset, sizeof value);
    return value;
  }
  void add(const Elf64_Phdr& segment) { segments_.push_back(segment); }
  /// Where `address` lies in the file.
  std::uint64_t offset_of(std::uint64_t address) const {
    for (const auto& segment : segments_)
      if (address >= segment.p_vaddr && address - segment.p_vaddr < segment.p_filesz) return segment.p_offset + (address - segment.p_vaddr);
    throw Damaged{"it points outside itself"};
  }
  template <class T>
  T loaded(std::uint64_t address) const {
    return at<T>(offset_of(address));
  }
  /// The text at `offset` that ends before `end`.
  std::string text(std::uint64_t offset, std::uint64_t end) const {
    end = std::min<std::uint64_t>(end, file_.size());
    if (offset >= end) throw Damaged{"a name in it lies outside its names"};
    const std::string_view rest = file_.substr(offset, end - offset);
    const auto size = rest.find('\0');
    if (size == rest.npos) throw Damaged{"a name in it has no end"};
    return std::string(rest.substr(0, size));
  }

 private:
  std::string_view file_;
  std::vector<Elf64_Phdr> segments_;
};

struct Dynamic {
  std::vector<std::uint64_t> needed;
  std::uint64_t texts = 0, texts_size = 0, symbols = 0, hash = 0, gnu_hash = 0;
};

// The header: whether this is a library for this machine at all.
std::optional<std::string> header_fault(std::string_view file) {
  if (file.size() < EI_NIDENT || std::memcmp(file.data(), ELFMAG, SELFMAG) != 0) return "it is no shared library: it does not begin as one";
  if (file[EI_CLASS] != ELFCLASS64 || file[EI_DATA] != ELFDATA2LSB) return "it is a library for another kind of machine: this one takes 64 bits, least byte first";
  if (file.size() < sizeof(Elf64_Ehdr)) return "it is damaged: it ends too soon";
  Elf64_Ehdr header;
  std::memcpy(&header, file.data(), sizeof header);
  if (header.e_machine != this_machine) return "it is a library for another kind of machine (ELF machine " + std::to_string(header.e_machine) + ", this one is " + std::to_string(this_machine) + ")";
  if (header.e_type != ET_DYN) return "it is no shared library but another kind of ELF file; link it with `-shared`";
  return std::nullopt;
}

Dynamic read_dynamic(Image& image) {
  const auto header = image.at<Elf64_Ehdr>(0);
  if (header.e_phentsize != sizeof(Elf64_Phdr) || header.e_phnum == 0 || header.e_phnum > most_headers) throw Damaged{"its program headers make no sense"};
  std::optional<Elf64_Phdr> dynamic;
  for (std::uint64_t i = 0; i < header.e_phnum; ++i) {
    const auto segment = image.at<Elf64_Phdr>(header.e_phoff + i * sizeof(Elf64_Phdr));
    if (segment.p_type == PT_LOAD) image.add(segment);
    if (segment.p_type == PT_DYNAMIC) dynamic = segment;
  }
  if (!dynamic) throw Damaged{"it has no dynamic section"};
  Dynamic out;
  for (std::uint64_t i = 0; i < dynamic->p_filesz / sizeof(Elf64_Dyn); ++i) {
    if (i == most_dynamic) throw Damaged{"its dynamic section has no end"};
    const auto entry = image.at<Elf64_Dyn>(dynamic->p_offset + i * sizeof(Elf64_Dyn));
    switch (entry.d_tag) {
      case DT_NULL: return out;
      case DT_NEEDED: out.needed.push_back(entry.d_un.d_val); break;
      case DT_STRTAB: out.texts = entry.d_un.d_ptr; break;
      case DT_STRSZ: out.texts_size = entry.d_un.d_val; break;
      case DT_SYMTAB: out.symbols = entry.d_un.d_ptr; break;
      case DT_HASH: out.hash = entry.d_un.d_ptr; break;
      case DT_GNU_HASH: out.gnu_hash = entry.d_un.d_ptr; break;
      default: break;
    }
  }
  throw Damaged{"its dynamic section has no end"};
}

// The number of symbols stands nowhere: it follows from the tables by which they are found.
std::uint64_t symbols_in(const Image& image, const Dynamic& dynamic) {
  if (dynamic.hash != 0) return image.loaded<std::uint32_t>(dynamic.hash + 4);
  if (dynamic.gnu_hash == 0) throw Damaged{"its symbols cannot be found"};
  const auto buckets = image.loaded<std::uint32_t>(dynamic.gnu_hash), first = image.loaded<std::uint32_t>(dynamic.gnu_hash + 4);
  const auto words = image.loaded<std::uint32_t>(dynamic.gnu_hash + 8);
  const std::uint64_t table = dynamic.gnu_hash + 16 + std::uint64_t{words} * 8, chains = table + std::uint64_t{buckets} * 4;
  if (buckets > most_symbols) throw Damaged{"it has too many symbols"};
  std::uint32_t last = 0;
  for (std::uint64_t i = 0; i < buckets; ++i) last = std::max(last, image.loaded<std::uint32_t>(table + i * 4));
  if (last < first) return first;
  for (; (image.loaded<std::uint32_t>(chains + std::uint64_t{last - first} * 4) & 1) == 0; ++last)
    if (last > most_symbols) throw Damaged{"it has too many symbols"};
  return std::uint64_t{last} + 1;
}

void read_symbols(const Image& image, const Dynamic& dynamic, ElfFacts& facts) {
  const std::uint64_t count = symbols_in(image, dynamic);
  if (count > most_symbols) throw Damaged{"it has too many symbols"};
  const std::uint64_t texts = image.offset_of(dynamic.texts), symbols = image.offset_of(dynamic.symbols);
  const std::uint64_t end = texts + dynamic.texts_size;
  for (std::uint64_t i = 1; i < count; ++i) {
    const auto symbol = image.at<Elf64_Sym>(symbols + i * sizeof(Elf64_Sym));
    const auto bind = ELF64_ST_BIND(symbol.st_info);
    if (bind == STB_LOCAL) continue;
    std::string name = image.text(texts + symbol.st_name, end);
    if (symbol.st_shndx == SHN_UNDEF) {
      facts.undefined.push_back(std::move(name));
    } else if (ELF64_ST_VISIBILITY(symbol.st_other) == STV_DEFAULT || ELF64_ST_VISIBILITY(symbol.st_other) == STV_PROTECTED) {
      if (bind == STB_GNU_UNIQUE) facts.unique.push_back(name);
      if (symbol.st_shndx != SHN_ABS) facts.exports.push_back(std::move(name));   // (names of versions are absolute)
    }
  }
  for (const std::uint64_t name : dynamic.needed) facts.needed.push_back(image.text(texts + name, end));
}

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t shown = 3;
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < std::min(names.size(), shown); ++i) parts.push_back("`" + base::printable(names[i], 120) + "`");
  if (names.size() > shown) parts.push_back(std::to_string(names.size() - shown) + " more");
  return base::join_and(parts);
}

bool is_entry(const std::string& name) { return name == "remit_plugin_entry_v1"; }

/// Built by a sanitizer's rules: which one, or null.
const char* sanitizer_in(const ElfFacts& facts) {
  static constexpr std::pair<std::string_view, const char*> marks[] = {{"__asan_", "address"}, {"__tsan_", "thread"}, {"__msan_", "memory"}, {"__lsan_", "leak"}, {"__ubsan_", "undefined"},
                                                                       {"libasan", "address"}, {"libtsan", "thread"}, {"libmsan", "memory"}, {"liblsan", "leak"}, {"libubsan", "undefined"}, {"libclang_rt.", "clang"}};
  for (const auto& [mark, name] : marks)
    for (const auto* list : {&facts.needed, &facts.undefined, &facts.exports})
      if (std::ranges::any_of(*list, [&](const std::string& one) { return one.starts_with(mark); })) return name;
  return nullptr;
}

/// A function of the old std::string, or one of std that takes it: "Ss" is its name in the names of the linker.
bool of_old_text(const std::string& name) {
  return name.starts_with("_ZNSs") || name.starts_with("_ZNKSs") || (name.starts_with("_ZSt") && name.find("Ss") != name.npos);
}

void judge(const ElfFacts& facts, std::vector<std::string>& wrong) {
  if (const char* sanitizer = sanitizer_in(facts)) {
    wrong.push_back(std::string("it is built with a sanitizer (") + sanitizer + "), which ends the process that loads it; build it without");
    return;   // its runtime exports much that would only hide this
  }
  if (std::ranges::none_of(facts.exports, is_entry)) {
    const auto other = std::ranges::find_if(facts.exports, [](const auto& name) { return name.starts_with("remit_plugin_entry_v"); });
    if (other != facts.exports.end())
      wrong.push_back("it speaks version " + base::printable(other->substr(20), 20) + " of the contract, this host speaks 1");
    else
      wrong.emplace_back("it exports no `remit_plugin_entry_v1`, so it is no plug-in; define it with REMIT_PLUGIN, or with REMIT_EXPORT in C");
    return;
  }
  std::vector<std::string> old, others;
  for (const auto& name : facts.exports)
    if (!is_entry(name) && name != "_init" && name != "_fini" && name != "_edata" && name != "_end" && name != "__bss_start") others.push_back(name);
  for (const auto* list : {&facts.exports, &facts.undefined})
    for (const auto& name : *list)
      if (of_old_text(name)) old.push_back(name);
  if (!old.empty()) wrong.push_back("it is built with the old std::string (-D_GLIBCXX_USE_CXX11_ABI=0), as " + listed(old) + " shows; build it with the new one");
  if (!facts.unique.empty())
    wrong.push_back("it exports " + listed(facts.unique) + " as unique in the process, so that the same C++ class in two plug-ins would share its data; build it with -fno-gnu-unique and hidden visibility");
  else if (!others.empty())
    wrong.push_back("it exports " + listed(others) + " beside its entry function, which could be taken for the same name in another plug-in; build it with hidden visibility, as remit_add_plugin does");
}

}  // namespace

ElfFacts look_over(std::string_view file, std::vector<std::string>& wrong) {
  ElfFacts facts;
  if (auto fault = header_fault(file)) {
    wrong.push_back(std::move(*fault));
    return facts;
  }
  try {
    Image image(file);
    const Dynamic dynamic = read_dynamic(image);
    read_symbols(image, dynamic, facts);
    judge(facts, wrong);
  } catch (const Damaged& damaged) {
    wrong.push_back("it is damaged: " + damaged.what);
  }
  return facts;
}

}  // namespace remit::plugins
