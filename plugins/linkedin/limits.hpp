// SPDX-License-Identifier: Apache-2.0
// Every bound on what a foreign archive may make us do, in one place, each with its reason. Bytes
// are counted as they come out of the archive: what an archive says about its sizes can be a lie.
#pragma once

#include <cstddef>
#include <cstdint>

#include "plugins/text/limits.hpp"

namespace colonnade::linkedin {

using namespace text;

// Exports hold about 60 files; one with every article and attachment stays under a thousand.
inline constexpr std::int64_t MostEntries = 2'000;

// Exports have 1 to 20 MB. Above this the archive is something else, or made to wear us out.
inline constexpr std::int64_t MostArchiveBytes = 512LL * 1024 * 1024;

// The largest table seen has 5 MB. One file is held in memory at a time, so this bounds memory.
inline constexpr std::uint64_t MostFileBytes = 256ULL * 1024 * 1024;

// All files together, so that many files below the bound above do not add up to hours.
inline constexpr std::uint64_t MostTotalBytes = 1024ULL * 1024 * 1024;

// A member gets two archives, basic and complete; more than a few in one place are somebody's
// collection.
inline constexpr std::size_t MostArchivesInside = 10;

// Some download an export as `….zip.zip`. An archive inside another is held in memory as a whole.
inline constexpr int MostZipsDeep = 2;
inline constexpr std::uint64_t MostHeldBytes = 128ULL * 1024 * 1024;

// Text packs 4:1 to 20:1. The first MiB is free because a short file may be all commas.
inline constexpr std::uint64_t MostRatio = 200;
inline constexpr std::uint64_t FreeOfRatioBytes = 1024 * 1024;

// A path in an export has under 200 bytes; longer names only fill the report.
inline constexpr std::size_t MostNameBytes = 1'024;

// The longest table seen has 14,000 rows; LinkedIn caps connections at 30,000.
inline constexpr std::int64_t MostRows = 1'000'000;

// Where a header is looked for: Connections.csv has three lines of notes above it.
inline constexpr int MostRowsBeforeHeader = 10;

// What is read of a file with an unknown name, to know it by its header.
inline constexpr std::size_t HeaderBytes = 16 * 1024;

// A page of a member snapshot is six levels deep.
inline constexpr std::size_t MostJsonDepth = 16;

// Of all pages together. The largest archive seen has under a million cells; one takes some 64
// bytes until it stands in its table.
inline constexpr std::size_t MostSnapshotCells = 8'000'000;

// LinkedIn has some 65 domains.
inline constexpr std::size_t MostSnapshotDomains = 1'000;

// Enough to see what is wrong with a file; the count says how often.
inline constexpr std::size_t MostProblemsQuoted = 5;

}  // namespace colonnade::linkedin
