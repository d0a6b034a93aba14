# A drifted document is rewritten, and then accepted; nothing outside its blocks changes.

cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${SCRATCH}")
file(COPY "${FIXTURES}/" DESTINATION "${SCRATCH}")
function(mends drifted mended)
    set(check "${CMAKE_COMMAND}" -DROOT=${SCRATCH} -DFILES=${drifted})
    execute_process(COMMAND ${check} -DUPDATE=ON -P "${CMAKE_CURRENT_LIST_DIR}/check.cmake" COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND ${check} -P "${CMAKE_CURRENT_LIST_DIR}/check.cmake" COMMAND_ERROR_IS_FATAL ANY)
    file(READ "${SCRATCH}/${drifted}" text)
    file(READ "${SCRATCH}/${mended}" expected)
    if(NOT text STREQUAL expected)
        message(FATAL_ERROR "the rewritten document differs from ${mended}:\n${text}")
    endif()
endfunction()
mends(drifted.md mended.md)
mends(excerpt_drifted.md excerpt.md)
