// SPDX-License-Identifier: Apache-2.0
#include "inventory.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "choose_folder.hpp"
#include "decode.hpp"
#include "paths.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

class InventoryTaker {
public:
    explicit InventoryTaker(Container& container) : container_(container) {}

    Inventory take() {
        std::vector<std::size_t> order(container_.entries().size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [this](std::size_t left, std::size_t right) {
            return is_path_before(path(left), path(right));
        });
        for (const auto entry : order)
            take_by_name(entry);
        for (const auto entry : unknown_tables_)
            take_by_header(entry);
        choose();
        if (others_ > 0) {
            ignore(std::to_string(others_) + (others_ == 1 ? " other file" : " other files"),
                   "no table of a LinkedIn export");
        }
        for (const auto& [folder, count] : files_in_) {
            if (count == 1) result_.lone_folders.push_back(folder);
        }
        return std::move(result_);
    }

private:
    [[nodiscard]] const std::string& path(std::size_t entry) const {
        return container_.entries()[entry].path;
    }

    void ignore(std::string name, std::string_view reason, std::string_view folder = {}) {
        FileReport report;
        report.name = std::move(name);
        report.folder = folder;
        report.reason = reason;
        result_.ignored.push_back(std::move(report));
    }

    // Whoever packed or named it wanted it to be read.
    void refuse_archive(std::size_t entry) {
        result_.archive_problems.push_back(container_.entries()[entry].refusal);
        ignore(name_to_show(path(entry)), result_.archive_problems.back());
        result_.ignored.back().status = FileStatus::Refused;
    }

    void add(std::size_t entry, FileKind kind) {
        found_[kind].push_back(
            {entry, kind, name_to_show(path(entry)), std::string(export_folder(path(entry)))});
    }

    void take_by_name(std::size_t entry) {
        if (is_litter(path(entry))) return;
        ++files_in_[std::string(export_folder(path(entry)))];
        if (const auto kind = kind_by_name(path(entry))) return add(entry, *kind);
        const auto reason = reason_to_ignore(path(entry));
        if (!reason.empty()) {
            return ignore(name_to_show(path(entry)), reason, export_folder(path(entry)));
        }
        if (lower(path(entry)).ends_with(".csv")) {
            unknown_tables_.push_back(entry);
        } else if (is_archive_inside(path(entry))) {
            refuse_archive(entry);
        } else if (is_article_by_content(entry)) {
            add(entry, FileKind::Articles);
        } else {
            ++others_;
        }
    }

    // An article outside of its folder, as where all files were put into one.
    bool is_article_by_content(std::size_t entry) {
        return lower(path(entry)).ends_with(".html") &&
               read_start(container_, entry, HeaderBytes).find("<p class=\"published\">") !=
                   std::string::npos;
    }

    // Under a changed name the header tells, where no file has the kind's own name.
    void take_by_header(std::size_t entry) {
        const auto kind = kind_of_content(entry);
        if (!kind) return ignore(name_to_show(path(entry)), "no table that this program knows");
        const auto key = table_key(path(entry));
        const auto& found = found_[*kind];
        const bool is_other_table =
            std::any_of(found.begin(), found.end(),
                        [&](const KnownFile& file) { return table_key(path(file.entry)) != key; });
        if (is_other_table) {
            return ignore(name_to_show(path(entry)),
                          "a second table in the form of " + std::string(name_of(*kind)));
        }
        add(entry, *kind);
    }

    std::optional<FileKind> kind_of_content(std::size_t entry) {
        auto content = read_start(container_, entry, HeaderBytes);
        FileReport nobody;
        if (!decode(content, nobody).empty()) return std::nullopt;
        for (const char separator : Separators) {
            auto start = content;
            CsvScanner scanner(start, Quoting::Doubled, separator);
            for (int i = 0; i < MostRowsBeforeHeader; ++i) {
                if (scanner.next() == CsvScanner::Step::End) break;
                if (const auto kind = kind_by_header(scanner.cells())) return kind;
            }
        }
        return std::nullopt;
    }

    // Kinds come in the order in which they are read.
    void choose() {
        for (auto& [kind, files] : found_) {
            const auto folder = choose_folder(container_, files);
            std::set<std::string> names;
            for (auto& file : files) {
                const bool is_chosen = file.folder == folder;
                if (is_chosen && names.insert(lower(path(file.entry))).second) {
                    result_.known.push_back(std::move(file));
                } else {
                    spare(std::move(file));
                }
            }
        }
    }

    void spare(KnownFile file) {
        if (file.kind != FileKind::Articles) {
            ignore(file.name,
                   "in another folder or archive too; the newer, else the larger one was read",
                   file.folder);
        }
        result_.spare.push_back(std::move(file));
    }

    Container& container_;
    Inventory result_;
    std::map<FileKind, std::vector<KnownFile>> found_;
    std::map<std::string, std::int64_t> files_in_;
    std::vector<std::size_t> unknown_tables_;
    std::int64_t others_ = 0;
};

}  // namespace

bool has_several_folders(const Inventory& inventory) {
    const auto& known = inventory.known;
    return !inventory.spare.empty() ||
           std::any_of(known.begin(), known.end(), [&known](const KnownFile& file) {
               return file.folder != known.front().folder;
           });
}

Inventory take_inventory(Container& container) {
    return InventoryTaker(container).take();
}

Failure check_inventory(const Inventory& inventory) {
    if (!inventory.known.empty()) return {};
    if (!inventory.archive_problems.empty()) {
        return {COLONNADE_UNSUPPORTED,
                "no file of a LinkedIn export found, but an archive inside: " +
                    inventory.archive_problems.front()};
    }
    return {COLONNADE_UNSUPPORTED,
            "no file of a LinkedIn export found; looked for Connections.csv, Profile.csv, "
            "Positions.csv, Skills.csv, Shares.csv, messages.csv and " +
                std::to_string(file_forms().size() - 6) + " others"};
}

std::int64_t count_known_names(const Container& container) {
    const auto& entries = container.entries();
    return std::count_if(entries.begin(), entries.end(), [](const Entry& entry) {
        return !is_litter(entry.path) && kind_by_name(entry.path).has_value();
    });
}

}  // namespace colonnade::linkedin
