# SPDX-License-Identifier: Apache-2.0
# Run by colonnade_embed_text while building: writes INTO, a header for C and C++ with the bytes of FROM as NAME.
# Character by character, for compilers need not take a string literal beyond 4,095 bytes.
file(READ ${FROM} bytes HEX)
string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
cmake_path(GET FROM FILENAME file)
file(WRITE ${INTO} "/* Made from ${file}. */
#pragma once
#ifdef __cplusplus
inline constexpr char ${NAME}[] = {
#else
static const char ${NAME}[] = {
#endif
${bytes}0};
")
