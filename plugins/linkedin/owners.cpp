// SPDX-License-Identifier: Apache-2.0
#include "owners.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "findings.hpp"
#include "paths.hpp"

namespace colonnade::linkedin {
namespace {

// What an export tells of its owner; empty sets where it does not.
struct Owner {
    std::set<std::string> names;
    std::set<std::string> slugs;
    std::set<std::string> numbers;
};

enum class Match { Unknown, Same, Different };

Match match(const std::set<std::string>& left, const std::set<std::string>& right) {
    if (left.empty() || right.empty()) return Match::Unknown;
    const bool is_same = std::any_of(left.begin(), left.end(), [&right](const std::string& mark) {
        return right.contains(mark);
    });
    return is_same ? Match::Same : Match::Different;
}

// A name changes with a marriage, and a link when its owner wants it to: one sameness is enough.
bool are_different(const Owner& left, const Owner& right) {
    const auto matches = {match(left.names, right.names), match(left.slugs, right.slugs),
                          match(left.numbers, right.numbers)};
    const auto has = [&matches](Match wanted) {
        return std::find(matches.begin(), matches.end(), wanted) != matches.end();
    };
    return has(Match::Different) && !has(Match::Same);
}

class OwnerFinder {
public:
    explicit OwnerFinder(Container& container) : container_(container) {}

    void look_at(const KnownFile& file) {
        auto& owner = owners_[file.folder];
        const auto number = member_number(container_.entries()[file.entry].path);
        if (!number.empty()) owner.numbers.emplace(number);
        if (file.kind == FileKind::Profile || file.kind == FileKind::Invitations) {
            read(file, owner);
        }
    }

    [[nodiscard]] bool finds_two() const {
        for (auto left = owners_.begin(); left != owners_.end(); ++left) {
            for (auto right = std::next(left); right != owners_.end(); ++right) {
                if (are_different(left->second, right->second)) return true;
            }
        }
        return false;
    }

private:
    void read(const KnownFile& file, Owner& owner) {
        std::string content;
        FileReport report;
        Facts facts;
        if (!read_whole(container_, file.entry, budget_, content, report.reason)) return;
        read_table(form_of(file.kind), content, report, facts);
        if (facts.owner_name.size() > 1) owner.names.insert(facts.owner_name);
        owner.slugs.merge(facts.owner_slugs);
    }

    Container& container_;
    Budget budget_{MostTotalBytes};
    std::map<std::string, Owner> owners_;
};

}  // namespace

Failure check_owners(Container& container, const Inventory& inventory) {
    if (!has_several_folders(inventory)) return {};
    OwnerFinder finder(container);
    for (const auto* files : {&inventory.known, &inventory.spare}) {
        for (const auto& file : *files)
            finder.look_at(file);
    }
    if (!finder.finds_two()) return {};
    return {COLONNADE_UNSUPPORTED,
            "these are exports of different members; each member is a person of its own"};
}

}  // namespace colonnade::linkedin
