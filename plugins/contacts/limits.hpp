// SPDX-License-Identifier: Apache-2.0
// Every bound on what a list of contacts may make us do, each with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

namespace colonnade::contacts {

// An address book of 10,000 cards has 5 MB, with a photo in each 100 MB.
inline constexpr std::int64_t MostFileBytes = 256LL * 1024 * 1024;

// Nobody has met so many; a customer system of more is a firm's and no person's.
inline constexpr std::size_t MostContacts = 200'000;

// A job title has 20 letters, the longest of them 200; longer ones are no titles.
inline constexpr std::size_t MostTextBytes = 1'024;

// What is looked at to know a file.
inline constexpr std::int64_t StartBytes = 64 * 1024;

// Above the header some programs write a title or the day of the export.
inline constexpr int MostRowsBeforeHeader = 10;

// Enough to see what is wrong with a file; the count says how often.
inline constexpr std::size_t MostProblemsQuoted = 5;

}  // namespace colonnade::contacts
