// SPDX-License-Identifier: Apache-2.0
// Member snapshots: any bytes taken for a saved page. Some have no name, are shorter than the host
// has seen, or seem to be larger than any page.
#include "plugins/linkedin/limits.hpp"
#include "tests/fuzz/bounded.hpp"
#include "tests/fuzz/import.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    colonnade::fuzz::MemoryStream page("Snapshot_11-20-2026.json",
                                       colonnade::fuzz::text_of(data, size));
    if (size % 32 == 9) page.claim(size + 4);
    if (size % 32 == 11) page.claim(colonnade::linkedin::MostFileBytes + 1);
    if (size % 32 == 13) page.forget_name();
    colonnade::fuzz::import(page);
    colonnade::fuzz::check_bounded_snapshot(page, size / 32);
    return 0;
}
