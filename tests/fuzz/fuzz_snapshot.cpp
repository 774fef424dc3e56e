// SPDX-License-Identifier: Apache-2.0
// Member snapshots: any bytes taken for a saved page.
#include "tests/fuzz/import.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const colonnade::fuzz::MemoryStream page("Snapshot_11-20-2026.json",
                                             colonnade::fuzz::text_of(data, size));
    colonnade::fuzz::import(page);
    return 0;
}
