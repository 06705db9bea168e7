# find_package(remit) gives the target remit::remit: the core, linked statically, with headers such as "engine/decided.hpp".
include(CMakeFindDependencyMacro)
find_dependency(simdjson)
find_dependency(Threads)

# libremit.a holds neither Lua, libsodium nor libcsv. The Lua must be the one compiled as C++: errors unwind through it.
set(remit_MISSING)
foreach(library liblua5.4-c++.a libsodium.a libcsv.a)
  string(MAKE_C_IDENTIFIER remit_${library} variable)
  find_library(${variable} ${library})
  mark_as_advanced(${variable})
  if(NOT ${variable})
    list(APPEND remit_MISSING ${library})
  endif()
endforeach()
if(remit_MISSING)
  string(REPLACE ";" ", " remit_MISSING "${remit_MISSING}")
  set(remit_FOUND FALSE)
  set(remit_NOT_FOUND_MESSAGE "remit needs ${remit_MISSING}: on Debian, liblua5.4-dev, libsodium-dev, libcsv-dev")
  return()
endif()

include(${CMAKE_CURRENT_LIST_DIR}/remitTargets.cmake)
target_link_libraries(remit::remit INTERFACE ${remit_libsodium_a} ${remit_liblua5_4_c___a} ${remit_libcsv_a})
