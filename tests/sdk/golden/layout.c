/* Holds the headers to the golden table while it compiles, as C11 or as C++11; words when it runs. Compiled against the headers as
 * they are and against the snapshot of version 1 (with -DTHE_SNAPSHOT: there sizes are exact). */
#include <remit/entry.h>
#include <remit/ext/allocator.h>
#include <remit/ext/appeal_rule.h>
#include <remit/ext/conflict_rule.h>
#include <remit/ext/criterion.h>
#include <remit/ext/data_source.h>
#include <remit/ext/exporter.h>
#include <remit/ext/measure.h>
#include <remit/ext/round_check.h>

#include <stddef.h>
#include <string.h>

#ifdef __cplusplus
#include <type_traits>
#define HOLDS(condition, words) static_assert(condition, words);
#define IS(expression, ...) std::is_same<std::remove_reference<decltype((expression))>::type, __VA_ARGS__>::value
#else
#define HOLDS(condition, words) _Static_assert(condition, words);
#define IS(expression, ...) _Generic((expression), __VA_ARGS__ : 1, default : 0)
#endif

#define WHOLE(type, bytes) HOLDS(sizeof(type) == (bytes), #type " has another size")
#ifdef THE_SNAPSHOT
#define GROWING WHOLE
#else
#define GROWING(type, bytes) HOLDS(sizeof(type) >= (bytes), #type " is shorter than it was")
#endif
#define MEMBER(type, offset, member, ...)                                   \
  HOLDS(offsetof(type, member) == (offset), #type "." #member " has moved") \
  HOLDS(IS(((type *)0)->member, __VA_ARGS__), #type "." #member " is of another type")
#define NUMBER(name, number) HOLDS((name) == (number), #name " is another number")
#define WORD(name, word) HOLDS(sizeof(name) == sizeof(word), #name " is another word")
#include "version_1.h"
#undef WHOLE
#undef GROWING
#undef MEMBER
#undef NUMBER
#undef WORD

#define ENTRY const remit_plugin *(*)(void)
HOLDS(IS(&remit_plugin_entry_v1, ENTRY), "the entry function is of another type")

int main(void) {
#define WHOLE(type, bytes)
#define GROWING(type, bytes)
#define MEMBER(type, offset, member, ...)
#define NUMBER(name, number)
#define WORD(name, word) if (strcmp(name, word) != 0) return 1;
#include "version_1.h"
  return 0;
}
