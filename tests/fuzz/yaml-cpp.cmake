# SPDX-License-Identifier: Apache-2.0
# The YAML library: as installed, but for fuzzing out of its source, where fetch_yaml_cpp.sh has brought that. What is
# not instrumented is not explored.
set(yaml_cpp_source ${PROJECT_BINARY_DIR}/yaml-cpp)
if(COLONNADE_FUZZ AND EXISTS ${yaml_cpp_source}/src/parser.cpp)
  file(GLOB yaml_cpp_sources ${yaml_cpp_source}/src/*.cpp)
  add_library(yaml-cpp STATIC ${yaml_cpp_sources})
  target_include_directories(yaml-cpp SYSTEM PUBLIC ${yaml_cpp_source}/include)
else()
  pkg_check_modules(yaml_cpp REQUIRED IMPORTED_TARGET yaml-cpp)
  add_library(yaml-cpp ALIAS PkgConfig::yaml_cpp)
endif()
