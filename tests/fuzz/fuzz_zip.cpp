// SPDX-License-Identifier: Apache-2.0
// Archives: any bytes taken for the zip of an export. Reaches the container more than the tables in
// it, because a changed byte breaks a checksum; fuzz_folder reaches those.
#include "tests/fuzz/import.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const colonnade::fuzz::MemoryStream archive("Complete_LinkedInDataExport_11-20-2026.zip",
                                                colonnade::fuzz::text_of(data, size));
    colonnade::fuzz::import(archive.stream());
    return 0;
}
