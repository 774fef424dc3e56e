// SPDX-License-Identifier: Apache-2.0
// What a part was made from and came to, as JSON beside its files. Written last, so that a part
// with a manifest is whole; and whatever does not fit to it is no part.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "cli/parts/cut_part.hpp"
#include "cli/parts/hashed_file.hpp"
#include "cli/parts/part_files.hpp"
#include "cli/parts/run_key.hpp"
#include "cli/population/outcome.hpp"

namespace colonnade::cli {

// Names that all columns of a rulebook have fit into it many times.
inline constexpr std::size_t MostManifestBytes = std::size_t{16} << 20U;

struct Manifest {
    PartNumber part;
    TableForm form = TableForm::Ndjson;
    RunKey run;  // the same in all parts that belong together
    CutPart cut;
    std::size_t lines = 0;
    std::string input_digest;  // of the bytes of its lines
    Outcome outcome;
    std::size_t head_bytes = 0;  // of the table, before its first row
    HashedFile table;
    HashedFile rejects;
};

[[nodiscard]] std::string manifest_text(const Manifest& manifest);
// Nothing where it is none of this form.
[[nodiscard]] std::optional<Manifest> parse_manifest(std::string_view text);
// Nothing where there is none, or with `problem` where the file cannot be read.
[[nodiscard]] std::optional<Manifest> read_manifest(const std::filesystem::path& path,
                                                    std::string& problem);

}  // namespace colonnade::cli
