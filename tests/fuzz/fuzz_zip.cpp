// SPDX-License-Identifier: Apache-2.0
// Archives: any bytes taken for the zip of an export. Reaches the container more than the tables in
// it, because a changed byte breaks a checksum; fuzz_folder reaches those. An archive whose name
// has no day, which is one of an odd size here, tells by its files when it was made; of one in
// eight the second half cannot be read, and some are shorter than the host has seen, or seem to be
// larger than any export.
#include "plugins/linkedin/limits.hpp"
#include "tests/fuzz/bounded.hpp"
#include "tests/fuzz/import.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto* const name =
        size % 2 == 0 ? "Complete_LinkedInDataExport_11-20-2026.zip" : "export.zip";
    colonnade::fuzz::MemoryStream archive(name, colonnade::fuzz::text_of(data, size));
    if (size % 8 == 7) archive.fail_from(size / 2);
    if (size % 32 == 9) archive.claim(size + 1);
    if (size % 32 == 11) archive.claim(colonnade::linkedin::MostArchiveBytes + 1);
    colonnade::fuzz::import(archive);
    colonnade::fuzz::check_bounded_archive(archive, size);
    return 0;
}
