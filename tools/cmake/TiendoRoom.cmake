# One function call a folder makes its library, one makes its tests.

add_library(tiendo_warnings INTERFACE)
target_compile_options(tiendo_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
  # What g++ 12 sees in the standard library and in date.h once it has inlined them, and what is not
  # there (for instance GCC bug 105651). clang looks for uninitialised variables too.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-maybe-uninitialized>
  # What designated initialisers leave out has its default; that is why one writes them.
  -Wno-missing-field-initializers)

# For what is run a few times and compiled often: under the sanitizers optimising it takes longer than
# it saves.
add_library(tiendo_seldom_run INTERFACE)
target_compile_options(tiendo_seldom_run INTERFACE $<$<CONFIG:Debug>:-O0>)

# tiendo_room(FOLDER USES target… [PRIVATE target…])
# The library tiendo_NAME from engine/FOLDER, NAME being the last part of FOLDER. USES is seen by
# whoever uses the room, PRIVATE is not.
function(tiendo_room folder)
  cmake_parse_arguments(ROOM "" "" "USES;PRIVATE" ${ARGN})
  cmake_path(GET folder FILENAME name)
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/engine/${folder}/*.cpp")
  if(NOT sources)
    add_library(tiendo_${name} INTERFACE)
    target_include_directories(tiendo_${name} INTERFACE "${CMAKE_SOURCE_DIR}/engine")
    target_link_libraries(tiendo_${name} INTERFACE ${ROOM_USES})
    return()
  endif()
  add_library(tiendo_${name} STATIC ${sources})
  target_include_directories(tiendo_${name} PUBLIC "${CMAKE_SOURCE_DIR}/engine")
  target_link_libraries(tiendo_${name} PUBLIC ${ROOM_USES} PRIVATE ${ROOM_PRIVATE} tiendo_warnings)
endfunction()

# tiendo_plugin(NAME USES target… [PRIVATE target…]): the library tiendo_NAME from plugins/NAME.
function(tiendo_plugin name)
  cmake_parse_arguments(PLUGIN "" "" "USES;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/plugins/${name}/*.cpp")
  add_library(tiendo_${name} STATIC ${sources})
  target_include_directories(tiendo_${name} PUBLIC "${CMAKE_SOURCE_DIR}/plugins")
  target_link_libraries(tiendo_${name} PUBLIC ${PLUGIN_USES}
                                       PRIVATE ${PLUGIN_PRIVATE} tiendo_warnings)
endfunction()

# What tests see as TIENDO_SOURCE_DIR. Relative where the build stands inside the source tree, and the
# tests run in the build folder: an absolute path in the command line would keep ccache from serving
# one clone what it compiled for another.
cmake_path(IS_PREFIX CMAKE_SOURCE_DIR "${CMAKE_BINARY_DIR}" NORMALIZE builds_inside)
set(TIENDO_TESTS_SOURCE_DIR "${CMAKE_SOURCE_DIR}")
if(builds_inside)
  cmake_path(RELATIVE_PATH TIENDO_TESTS_SOURCE_DIR BASE_DIRECTORY "${CMAKE_BINARY_DIR}")
endif()

# tiendo_tests(NAME USES target… [LABEL label]): every tests/NAME/*_test.cpp as one Catch2 program. A
# test that prints a line `SKIPPED: why` is counted as skipped.
function(tiendo_tests name)
  cmake_parse_arguments(TESTS "" "LABEL" "USES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp")
  if(NOT sources)
    return()
  endif()
  add_executable(${name}_tests ${sources})
  target_include_directories(${name}_tests PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_compile_definitions(${name}_tests PRIVATE TIENDO_SOURCE_DIR="${TIENDO_TESTS_SOURCE_DIR}")
  target_link_libraries(${name}_tests PRIVATE ${TESTS_USES} Catch2::Catch2WithMain tiendo_warnings
                                              tiendo_seldom_run)
  catch_discover_tests(${name}_tests TEST_PREFIX "${name}: "
                       WORKING_DIRECTORY "${CMAKE_BINARY_DIR}"
                       PROPERTIES TIMEOUT 300 SKIP_REGULAR_EXPRESSION "SKIPPED: "
                                  LABELS "${TESTS_LABEL}")
endfunction()
