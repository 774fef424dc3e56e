// SPDX-License-Identifier: Apache-2.0
// The entry of a fuzz target, which libFuzzer and replay.cpp call.
#pragma once

#include <cstddef>
#include <cstdint>

// One input. Returns 0; what is wrong with the code ends the process.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
