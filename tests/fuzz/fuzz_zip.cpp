// SPDX-License-Identifier: Apache-2.0
// Archives: any bytes taken for the zip of an export. Reaches the container more than the tables in
// it, because a changed byte breaks a checksum; fuzz_folder reaches those. An archive whose name
// has no day, which is one of an odd size here, tells by its files when it was made; of one in
// eight the second half cannot be read.
#include "tests/fuzz/import.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto* const name =
        size % 2 == 0 ? "Complete_LinkedInDataExport_11-20-2026.zip" : "export.zip";
    colonnade::fuzz::MemoryStream archive(name, colonnade::fuzz::text_of(data, size));
    if (size % 8 == 7) archive.fail_from(size / 2);
    colonnade::fuzz::import(archive);
    return 0;
}
