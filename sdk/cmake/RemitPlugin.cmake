# remit_add_plugin(NAME SOURCES source... [LIBRARIES library...] [INCLUDES folder...])
#
# A plug-in: <NAME>.so without a prefix, which exports its entry function and nothing else, lacks no symbol, shares no static with
# another plug-in and is built without sanitizers (a host that has none cannot load it; the tests of a plug-in compile its sources
# into a program, where they do no harm. -DREMIT_PLUGIN_SANITIZE=ON leaves them in all the same). Beside it `remit-plugin manifest`
# writes <NAME>.plugin.json.
#
# Both stand in the build folder of whoever calls; in the tree of Remit itself, in <build>/plugins.
include_guard(GLOBAL)
option(REMIT_PLUGIN_SANITIZE "build plug-ins with the sanitizers that the flags ask for" OFF)

# The tool that reads a built plug-in: of this tree, or of an installed SDK. Empty where there is none.
function(remit_plugin_tool OUT)
  set(${OUT} "" PARENT_SCOPE)
  foreach(tool remit-plugin remit::plugin-tool)
    if(TARGET ${tool})
      set(${OUT} ${tool} PARENT_SCOPE)
    endif()
  endforeach()
endfunction()

function(remit_add_plugin NAME)
  cmake_parse_arguments(PARSE_ARGV 1 PLUGIN "" "" "SOURCES;LIBRARIES;INCLUDES")
  if(PLUGIN_UNPARSED_ARGUMENTS OR NOT PLUGIN_SOURCES OR NOT NAME MATCHES "^[a-z][a-z0-9-]*$")
    message(FATAL_ERROR "remit_add_plugin(NAME SOURCES source... [LIBRARIES library...] [INCLUDES folder...]): NAME is small letters, "
                        "digits and hyphens, a letter first; given: ${ARGV}")
  endif()

  add_library(${NAME} MODULE ${PLUGIN_SOURCES})
  target_link_libraries(${NAME} PRIVATE remit::sdk ${PLUGIN_LIBRARIES})
  target_include_directories(${NAME} PRIVATE ${PLUGIN_INCLUDES})
  set_target_properties(${NAME} PROPERTIES
    PREFIX "" SUFFIX ".so" C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    POSITION_INDEPENDENT_CODE ON DEBUG_POSTFIX "")
  target_compile_options(${NAME} PRIVATE $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fno-gnu-unique>)
  set(only_entry ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/remit_plugin.map)
  target_link_options(${NAME} PRIVATE -Wl,-z,defs -Wl,--no-undefined -Wl,--version-script=${only_entry})
  set_property(TARGET ${NAME} APPEND PROPERTY LINK_DEPENDS ${only_entry})
  if(NOT REMIT_PLUGIN_SANITIZE)
    target_compile_options(${NAME} PRIVATE -fno-sanitize=all)
    target_link_options(${NAME} PRIVATE -fno-sanitize=all)
  endif()
  if(REMIT_PLUGIN_FOLDER)
    set(folder ${REMIT_PLUGIN_FOLDER})
    set_property(GLOBAL APPEND PROPERTY REMIT_PLUGINS ${NAME})
  else()
    set(folder ${CMAKE_CURRENT_BINARY_DIR})
  endif()
  set_target_properties(${NAME} PROPERTIES LIBRARY_OUTPUT_DIRECTORY ${folder})

  remit_plugin_tool(tool)
  if(tool)
    # (a new tool may write another manifest: the plug-in is linked again, and the manifest with it)
    set_property(TARGET ${NAME} APPEND PROPERTY LINK_DEPENDS $<TARGET_FILE:${tool}>)
    add_custom_command(TARGET ${NAME} POST_BUILD COMMAND ${tool} manifest $<TARGET_FILE:${NAME}> VERBATIM
                       BYPRODUCTS ${folder}/${NAME}.plugin.json)
  endif()
endfunction()

# A target `trusted-plugins`, part of `all`: the plug-ins of this tree with the lock file that names them. One after the other,
# because they share the file.
function(remit_trust_plugins)
  get_property(plugins GLOBAL PROPERTY REMIT_PLUGINS)
  remit_plugin_tool(tool)
  if(NOT tool OR NOT plugins)
    add_custom_target(trusted-plugins DEPENDS ${plugins})
    return()
  endif()
  set(commands "")
  foreach(plugin ${plugins})
    list(APPEND commands COMMAND ${tool} trust $<TARGET_FILE:${plugin}>)
  endforeach()
  add_custom_command(OUTPUT ${REMIT_PLUGIN_FOLDER}/plugins.lock.json COMMAND ${CMAKE_COMMAND} -E rm -f ${REMIT_PLUGIN_FOLDER}/plugins.lock.json
                     ${commands} DEPENDS ${plugins} ${tool} VERBATIM COMMENT "Trusting the plug-ins of this build")
  add_custom_target(trusted-plugins ALL DEPENDS ${REMIT_PLUGIN_FOLDER}/plugins.lock.json)
endfunction()
