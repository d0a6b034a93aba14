# Configures, builds, tests (CTest runs the program) and, if it installs anything, installs one consumer project from scratch.
#   cmake -DPROJECT=<folder> -DBUILD=<folder> -DGENERATOR=<name> -DSETTINGS=<file> [-DARGUMENTS=<list>] -P run.cmake

cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${BUILD}")
execute_process(COMMAND "${CMAKE_COMMAND}" -S "${PROJECT}" -B "${BUILD}" -G "${GENERATOR}" -C "${SETTINGS}" ${ARGUMENTS}
                COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_COMMAND}" --build "${BUILD}" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${CMAKE_CTEST_COMMAND}" --test-dir "${BUILD}" --output-on-failure COMMAND_ERROR_IS_FATAL ANY)
if(ARGUMENTS MATCHES "CMAKE_INSTALL_PREFIX")
    execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" COMMAND_ERROR_IS_FATAL ANY)
endif()
