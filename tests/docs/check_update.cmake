# A drifted document is rewritten, and then accepted; nothing outside its block changes.

cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${SCRATCH}")
file(COPY "${FIXTURES}/" DESTINATION "${SCRATCH}")
set(check "${CMAKE_COMMAND}" -DROOT=${SCRATCH} -DFILES=drifted.md)
execute_process(COMMAND ${check} -DUPDATE=ON -P "${CMAKE_CURRENT_LIST_DIR}/check.cmake" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${check} -P "${CMAKE_CURRENT_LIST_DIR}/check.cmake" COMMAND_ERROR_IS_FATAL ANY)
file(READ "${SCRATCH}/drifted.md" text)
file(READ "${SCRATCH}/mended.md" expected)
if(NOT text STREQUAL expected)
    message(FATAL_ERROR "the rewritten document differs from mended.md:\n${text}")
endif()
