# SPDX-License-Identifier: Apache-2.0
# How a plugin is built, within Colonnade and outside, where `find_package(colonnade)` includes this file: a shared
# library that exports its entry and nothing else, with the texts that it brings inside.
include_guard()
set(COLONNADE_PLUGIN_CMAKE_DIR ${CMAKE_CURRENT_LIST_DIR})

# colonnade_embed_text(TARGET FILE NAME): the sources of TARGET may include "NAME.h", which holds the bytes of FILE
# as the constant array NAME, ended by a NUL: a text of `sizeof NAME - 1` bytes. An edited FILE is built again.
function(colonnade_embed_text target file name)
  cmake_path(ABSOLUTE_PATH file)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${target}_texts)
  set(script ${COLONNADE_PLUGIN_CMAKE_DIR}/embed-text.cmake)
  add_custom_command(OUTPUT ${folder}/${name}.h
    COMMAND ${CMAKE_COMMAND} -D FROM=${file} -D INTO=${folder}/${name}.h -D NAME=${name} -P ${script}
    DEPENDS ${file} ${script} VERBATIM)
  target_sources(${target} PRIVATE ${folder}/${name}.h)
  target_include_directories(${target} PRIVATE ${folder})
endfunction()

# colonnade_plugin(ID SOURCES file... [RULES rules.yaml] [SELFTEST selftest.ndjson] [OUTPUT folder]): builds ID.so into
# OUTPUT (else into plugins/ of the build folder) as the target plugin_ID. Its sources find the SDK, and RULES and
# SELFTEST as rules_text and selftest_text of the headers of that name.
function(colonnade_plugin id)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "RULES;SELFTEST;OUTPUT" "SOURCES")
  if(NOT arg_SOURCES OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "colonnade_plugin(${id}): SOURCES is missing, or not understood: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_OUTPUT)
    set(arg_OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/plugins)
  endif()
  set(target plugin_${id})
  add_library(${target} MODULE ${arg_SOURCES})
  set_target_properties(${target} PROPERTIES PREFIX "" OUTPUT_NAME ${id} SUFFIX .so
    LIBRARY_OUTPUT_DIRECTORY ${arg_OUTPUT}
    C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF
    CXX_STANDARD 20 CXX_STANDARD_REQUIRED ON CXX_EXTENSIONS OFF)
  target_link_libraries(${target} PRIVATE colonnade::plugin_sdk)
  # Same bits whatever the optimisation level: no fused multiply-add that the source does not ask for.
  target_compile_options(${target} PRIVATE -ffp-contract=off)
  # clang keeps the sanitizers' runtime in the executable, so its plugins cannot name every symbol.
  target_link_options(${target} PRIVATE $<$<NOT:$<OR:$<C_COMPILER_ID:Clang>,$<CXX_COMPILER_ID:Clang>>>:-Wl,-z,defs>
    -Wl,--version-script=${COLONNADE_PLUGIN_CMAKE_DIR}/entry-only.map)
  # What others could write is not loaded, and a umask of 002 lets the group write.
  add_custom_command(TARGET ${target} POST_BUILD COMMAND chmod go-w ${arg_OUTPUT} $<TARGET_FILE:${target}> VERBATIM)
  if(arg_RULES)
    colonnade_embed_text(${target} ${arg_RULES} rules_text)
  endif()
  if(arg_SELFTEST)
    colonnade_embed_text(${target} ${arg_SELFTEST} selftest_text)
  endif()
endfunction()
