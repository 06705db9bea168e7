# Debian packages: `cpack` in the build folder writes remit (the program, its plug-ins and packs) and remit-sdk (what a plug-in is
# written, built and tried with). Each can be installed alone, and both together: the tool that runs plug-ins stands in both, in the
# program's under libexec. Packages for other machines than this one are those of the preset `package` (REMIT_ARCH=baseline).
install(DIRECTORY ${REMIT_PLUGIN_FOLDER}/ DESTINATION lib/remit/plugins COMPONENT program
        FILES_MATCHING PATTERN "*.so" PATTERN "*.plugin.json" PATTERN "plugins.lock.json")
if(TARGET remit-plugin)
  install(PROGRAMS $<TARGET_FILE:remit-plugin> DESTINATION libexec/remit COMPONENT program)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME remit)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
if(REMIT_NEEDS_AVX2)
  string(APPEND CPACK_PACKAGE_VERSION "+avx2")   # so that nobody installs it elsewhere unawares
endif()
set(CPACK_PACKAGE_CONTACT "Remit maintainers <maintainers@remit.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES OFF)   # the digest of each plug-in is in its manifest and in the lock
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)   # what is packed need not wait for tests to be built

set(CPACK_COMPONENTS_ALL program sdk)   # libremit, for software that embeds it, is installed from a build
set(CPACK_COMPONENTS_GROUPING IGNORE)   # a package for each
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME remit)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION misc)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "Decides funding rounds by a partnership's own policy
pack, and writes records that explain and replay themselves.")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS "ca-certificates")   # registries over https
set(CPACK_DEBIAN_SDK_PACKAGE_NAME remit-sdk)
set(CPACK_DEBIAN_SDK_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_SDK_PACKAGE_RECOMMENDS "cmake (>= 3.25), make | ninja-build, g++ | c++-compiler")
set(CPACK_COMPONENT_SDK_DESCRIPTION "This package is what a native plug-in is written against:
headers, templates in C and C++, and remit-plugin, which makes the manifest
and validates what was built.")
include(CPack)
