# tiendo_embed(TARGET NAMESPACE FILE…)
# Compiles text files into TARGET, so that the program runs where the source tree is not.
# Each is found by its path below the source folder: `embedded::file("schemas/plan.schema.json")`.
function(tiendo_embed target)
  set(out "${CMAKE_CURRENT_BINARY_DIR}/${target}_embedded.cpp")
  set(files ${ARGN})
  add_custom_command(
    OUTPUT "${out}"
    COMMAND "${CMAKE_COMMAND}" "-DOUT=${out}" "-DROOT=${CMAKE_SOURCE_DIR}" "-DFILES=${files}"
            -P "${CMAKE_SOURCE_DIR}/tools/cmake/embed.cmake"
    DEPENDS ${files} "${CMAKE_SOURCE_DIR}/tools/cmake/embed.cmake"
    WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
    VERBATIM)
  target_sources(${target} PRIVATE "${out}")
endfunction()
