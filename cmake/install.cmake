# Installation and the package `tallywatt`, with components `io` and `json`. Each component has an export set of its own,
# so that a program that uses the core alone needs Boost's headers and nothing else.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(tallywatt_package_dir "${CMAKE_INSTALL_DATADIR}/cmake/tallywatt")

install(
    TARGETS tallywatt
    EXPORT tallywatt-core
    FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
    FILE_SET mpi_headers DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT tallywatt-core NAMESPACE tallywatt:: DESTINATION "${tallywatt_package_dir}")

foreach(component IN ITEMS io json)
    if(TARGET tallywatt_${component})
        install(TARGETS tallywatt_${component} EXPORT tallywatt-${component}
                FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
        install(EXPORT tallywatt-${component} NAMESPACE tallywatt:: DESTINATION "${tallywatt_package_dir}")
    endif()
endforeach()

configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/tallywatt-config.cmake.in"
                              "${PROJECT_BINARY_DIR}/tallywatt-config.cmake"
                              INSTALL_DESTINATION "${tallywatt_package_dir}" NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/tallywatt-config-version.cmake"
                                 COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES "${PROJECT_BINARY_DIR}/tallywatt-config.cmake" "${PROJECT_BINARY_DIR}/tallywatt-config-version.cmake"
        DESTINATION "${tallywatt_package_dir}")
