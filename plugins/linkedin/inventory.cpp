// SPDX-License-Identifier: Apache-2.0
#include "inventory.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "text.hpp"

namespace colonnade::linkedin {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// What systems leave behind when they pack or show a folder.
bool is_litter(std::string_view path) {
    return path.starts_with("__MACOSX/") || path.find("/__MACOSX/") != std::string_view::npos ||
           base_name(path).starts_with(".");
}

bool is_archive(std::string_view path) {
    return lower(path).ends_with(".zip");
}

// A long number after the name is the member's, which says who this is.
std::string name_to_show(std::string_view path) {
    constexpr std::size_t longest_part_number = 3;
    auto name = shown_name(base_name(path));
    const auto dot = name.rfind('.');
    const auto underline = name.rfind('_', dot);
    if (dot == std::string::npos || underline == std::string::npos) return name;
    const bool is_number = std::all_of(name.begin() + static_cast<std::ptrdiff_t>(underline) + 1,
                                       name.begin() + static_cast<std::ptrdiff_t>(dot), is_digit);
    if (is_number && dot - underline - 1 > longest_part_number) {
        name.replace(underline + 1, dot - underline - 1, "…");
    }
    return name;
}

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
        if (others_ > 0) {
            ignore(std::to_string(others_) + (others_ == 1 ? " other file" : " other files"),
                   "no table of a LinkedIn export");
        }
        std::stable_sort(
            result_.known.begin(), result_.known.end(),
            [](const KnownFile& left, const KnownFile& right) { return left.kind < right.kind; });
        return std::move(result_);
    }

private:
    [[nodiscard]] const std::string& path(std::size_t entry) const {
        return container_.entries()[entry].path;
    }

    void ignore(std::string name, std::string_view reason) {
        FileReport report;
        report.name = std::move(name);
        report.reason = reason;
        result_.ignored.push_back(std::move(report));
    }

    // Two folders of one archive may hold the same file; two parts of a table have two names.
    void add(std::size_t entry, FileKind kind) {
        if (names_.insert(lower(base_name(path(entry)))).second) {
            result_.known.push_back({entry, kind, name_to_show(path(entry))});
        } else if (kind != FileKind::Articles) {
            ignore(name_to_show(path(entry)), "a second file of this name; the first was read");
        }
    }

    void take_by_name(std::size_t entry) {
        if (is_litter(path(entry))) return;
        if (const auto kind = kind_by_name(path(entry))) {
            kinds_by_name_.insert(*kind);
            return add(entry, *kind);
        }
        const auto reason = reason_to_ignore(path(entry));
        if (!reason.empty()) return ignore(name_to_show(path(entry)), reason);
        if (lower(path(entry)).ends_with(".csv")) {
            unknown_tables_.push_back(entry);
        } else if (is_archive(path(entry))) {
            result_.holds_archive = true;
            ignore("an archive inside", "unpack it first: archives in archives are not opened");
        } else {
            ++others_;
        }
    }

    // Under a changed name the header tells, where no file has the kind's own name.
    void take_by_header(std::size_t entry) {
        const auto kind = kind_of_content(entry);
        if (!kind) return ignore(name_to_show(path(entry)), "no table that this program knows");
        const auto known = key_by_kind_.emplace(*kind, table_key(path(entry)));
        if (kinds_by_name_.contains(*kind) || known.first->second != table_key(path(entry))) {
            return ignore(name_to_show(path(entry)),
                          "a second table in the form of " + std::string(name_of(*kind)));
        }
        add(entry, *kind);
    }

    std::optional<FileKind> kind_of_content(std::size_t entry) {
        auto content = read_start(container_, entry, HeaderBytes);
        CsvScanner scanner(content, Quoting::Doubled);
        for (int i = 0; i < MostRowsBeforeHeader; ++i) {
            const auto step = scanner.next();
            if (step == CsvScanner::Step::End) break;
            if (step == CsvScanner::Step::Broken) continue;
            if (const auto kind = kind_by_header(scanner.cells())) return kind;
        }
        return std::nullopt;
    }

    Container& container_;
    Inventory result_;
    std::set<std::string> names_;
    std::set<FileKind> kinds_by_name_;
    std::map<FileKind, std::string> key_by_kind_;
    std::vector<std::size_t> unknown_tables_;
    std::int64_t others_ = 0;
};

// The number that begins at `at`, and where it ends. Leading zeros do not count.
std::string_view number_at(std::string_view text, std::size_t& at) {
    while (at < text.size() && text[at] == '0')
        ++at;
    const auto begin = at;
    while (at < text.size() && is_digit(text[at]))
        ++at;
    return text.substr(begin, at - begin);
}

}  // namespace

Inventory take_inventory(Container& container) {
    return InventoryTaker(container).take();
}

Failure check_inventory(const Inventory& inventory) {
    if (!inventory.known.empty()) return {};
    if (inventory.holds_archive) {
        return {COLONNADE_UNSUPPORTED,
                "no file of a LinkedIn export found, but another archive inside; unpack it first"};
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

bool holds_archive(const Container& container) {
    const auto& entries = container.entries();
    return std::any_of(entries.begin(), entries.end(), [](const Entry& entry) {
        return !is_litter(entry.path) && is_archive(entry.path);
    });
}

bool is_path_before(std::string_view left, std::string_view right) {
    const auto left_depth = std::count(left.begin(), left.end(), '/');
    const auto right_depth = std::count(right.begin(), right.end(), '/');
    if (left_depth != right_depth) return left_depth < right_depth;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < left.size() && j < right.size()) {
        if (is_digit(left[i]) && is_digit(right[j])) {
            const auto first = number_at(left, i);
            const auto second = number_at(right, j);
            if (first.size() != second.size()) return first.size() < second.size();
            if (first != second) return first < second;
        } else {
            if (left[i] != right[j]) return left[i] < right[j];
            ++i;
            ++j;
        }
    }
    if (left.size() - i != right.size() - j) return left.size() - i < right.size() - j;
    return left < right;
}

}  // namespace colonnade::linkedin
