// SPDX-License-Identifier: Apache-2.0
#include "cli/parts/find_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "dsl/text/unicode.hpp"
#include "engine/host/shell_word.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

class Finder {
public:
    explicit Finder(const fs::path& folder) : folder_(folder) {}

    Parts find() {
        if (!list()) return std::move(parts_);
        for (std::size_t number = 1; number <= of_; ++number)
            read({number, of_});
        if (parts_.problems.empty()) check_seams();
        return std::move(parts_);
    }

private:
    bool list() {
        std::error_code error;
        fs::directory_iterator entry(folder_, error);
        for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
            if (const auto part = part_of_manifest(entry->path().filename().string()))
                counts_.insert(part->of);
        }
        if (error) {
            problem(engine::file_problem("read", folder_, error.value()).message);
        } else if (counts_.empty()) {
            problem(fmt::format("`{}` holds no part", dsl::visible(folder_.string())),
                    command_for({1, 8}, "people.ndjson", folder_));
        } else if (counts_.size() > 1) {
            problem(fmt::format("`{}` holds parts of {}", dsl::visible(folder_.string()),
                                fmt::join(counts_, " and of ")),
                    "a folder is for one population; remove the parts that are not meant");
        } else {
            of_ = *counts_.begin();
        }
        return of_ > 0;
    }

    void read(const PartNumber& part) {
        const auto file = folder_ / part_files(part, TableForm::Ndjson).manifest;
        std::string unreadable;
        auto manifest = read_manifest(file, unreadable);
        if (manifest && manifest->part == part) {
            check_run(*manifest);
            parts_.manifests.push_back(std::move(*manifest));
        } else if (!unreadable.empty()) {
            problem(std::move(unreadable));
        } else if (engine::may_be_there(file)) {
            broken(part, "has no manifest that can be read");
        } else {
            broken(part, "is missing");
        }
    }

    // What is wrong with a part is told with what makes it again, from the data of the others.
    void broken(const PartNumber& part, std::string_view what) {
        const auto& known = parts_.manifests;
        const auto data = known.empty() ? "people.ndjson" : known.front().run.at("data");
        problem(fmt::format("part {} of {} {}", part.number, part.of, what),
                command_for(part, data, folder_));
    }

    // All runs are that of the first part, and only there it is kept: they may be many.
    void check_run(Manifest& manifest) {
        if (parts_.manifests.empty()) return;
        const auto& first = parts_.manifests.front();
        const auto key = difference(first.run, manifest.run);
        if (!key.empty())
            broken(manifest.part,
                   fmt::format("differs from part {} in `{}`", first.part.number, key));
        manifest.run.clear();
    }

    // The first name whose value is not the same.
    static std::string difference(const RunKey& one, const RunKey& other) {
        for (const auto& [key, value] : one) {
            const auto found = other.find(key);
            if (found == other.end() || found->second != value) return key;
        }
        for (const auto& [key, value] : other) {
            if (!one.contains(key)) return key;
        }
        return {};
    }

    // The parts of one file leave no byte and no line between them.
    void check_seams() {
        std::size_t begin = 0;
        std::size_t first_line = 1;
        for (const auto& manifest : parts_.manifests) {
            const auto& cut = manifest.cut;
            if (cut.file_bytes != parts_.manifests.front().cut.file_bytes)
                return broken(manifest.part, "is of another state of the data than part 1");
            if (cut.begin != begin || (cut.end > begin && cut.first_line != first_line))
                return broken(manifest.part, "does not begin where the part before it ends");
            begin = cut.end;
            first_line += manifest.lines;
        }
        const auto& last = parts_.manifests.back();
        if (begin != last.cut.file_bytes) broken(last.part, "does not end where the data end");
    }

    void problem(std::string message, std::string help = {}) {
        parts_.problems.push_back({std::move(message), std::move(help)});
    }

    const fs::path& folder_;
    std::set<std::size_t> counts_;  // the N of all K-of-N
    std::size_t of_ = 0;
    Parts parts_;
};

}  // namespace

Parts find_parts(const fs::path& folder) {
    return Finder(folder).find();
}

std::string command_for(const PartNumber& part, const std::string& data, const fs::path& folder) {
    return fmt::format(
        "colonnade score {} --partition {}/{} --out {} (and the options of all parts)",
        engine::shell_word(data), part.number, part.of, engine::shell_word(folder));
}

}  // namespace colonnade::cli
