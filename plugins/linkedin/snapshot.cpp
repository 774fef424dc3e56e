// SPDX-License-Identifier: Apache-2.0
#include "snapshot.hpp"

#include <algorithm>

#include "file_table.hpp"
#include "limits.hpp"
#include "snapshot_domains.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

enum class Direction { Received, Given, Untold };

// LinkedIn documents no difference; the archive's columns name the other person by the part that
// they play.
Direction direction_of(const SnapshotRow& row) {
    for (const auto& [name, text] : row) {
        const auto key = lower(name);
        if (key.starts_with("endorser") || key.starts_with("recommender"))
            return Direction::Received;
        if (key.starts_with("endorsee") || key.starts_with("recommendee")) return Direction::Given;
    }
    return Direction::Untold;
}

// In lower case, without what stands in other columns; empty where the row has none.
std::string owner_of(const SnapshotRow& profile) {
    std::string first;
    std::string last;
    for (const auto& [name, text] : profile) {
        if (is_same_word(name, "First Name")) first = lower(text);
        if (is_same_word(name, "Last Name")) last = lower(text);
    }
    return first.empty() && last.empty() ? std::string() : first + ' ' + last;
}

// A domain that LinkedIn adds one day may still be known by its columns.
std::string file_of_unknown(const std::string& domain) {
    auto name = shown_name(domain);
    std::replace(name.begin(), name.end(), '/', '_');
    return name + ".csv";
}

}  // namespace

bool Snapshot::count_cells(std::size_t cells) {
    cells_ += cells;
    return cells_ <= most_.cells;
}

bool Snapshot::add(const std::string& domain, std::vector<SnapshotRow> rows) {
    ++chunks_;
    const auto* form = find_domain(domain);
    if (form != nullptr && form->file == name_of(FileKind::Profile)) look_at_owner(rows);
    if (form != nullptr && !form->given_file.empty()) {
        add_received_or_given(domain, std::move(rows));
    } else if (form == nullptr || kind_by_name(form->file)) {
        auto& own = form == nullptr ? table(file_of_unknown(domain)) : table(form->file);
        for (auto& row : rows)
            own.add(std::move(row), chunks_);
    } else {
        (void)table(form->file);  // is named in the report as not read
    }
    return tables_.size() <= MostSnapshotDomains;
}

// A profile has a row for each of its languages, and a name may be written in each.
void Snapshot::look_at_owner(const std::vector<SnapshotRow>& profile) {
    std::set<std::string> names;
    for (const auto& row : profile) {
        if (auto owner = owner_of(row); !owner.empty()) names.insert(std::move(owner));
    }
    const bool is_known = std::any_of(names.begin(), names.end(),
                                      [this](const auto& name) { return owners_.contains(name); });
    if (!names.empty() && !owners_.empty() && !is_known) has_several_owners_ = true;
    owners_.merge(names);
}

void Snapshot::add_received_or_given(const std::string& domain, std::vector<SnapshotRow> rows) {
    const auto& form = *find_domain(domain);
    auto& received = table(form.file);
    auto& given = table(form.given_file);
    for (auto& row : rows) {
        const auto direction = direction_of(row);
        if (direction == Direction::Untold) {
            return refuse(domain, "a row of " + domain + " does not tell received from given");
        }
        (direction == Direction::Given ? given : received).add(std::move(row), chunks_);
    }
}

void Snapshot::refuse(const std::string& domain, std::string_view why) {
    const auto* form = find_domain(domain);
    if (form == nullptr) return table(file_of_unknown(domain)).refuse(why);
    table(form->file).refuse(why);
    if (!form->given_file.empty()) table(form->given_file).refuse(why);
}

std::map<std::string, SnapshotTable>& Snapshot::finish() {
    return tables_;
}

}  // namespace colonnade::linkedin
