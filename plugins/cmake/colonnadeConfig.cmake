# SPDX-License-Identifier: Apache-2.0
# What `find_package(colonnade)` gives a plugin's project: colonnade_plugin(), the headers as colonnade::plugin_sdk and
# the program as colonnade::program. Beside the build tree's program it serves as well as beside an installed one.
include(${CMAKE_CURRENT_LIST_DIR}/colonnadeTargets.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/ColonnadePlugin.cmake)
