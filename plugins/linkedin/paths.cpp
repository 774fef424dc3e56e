// SPDX-License-Identifier: Apache-2.0
#include "paths.hpp"

#include <algorithm>
#include <array>

#include "text.hpp"

namespace colonnade::linkedin {
namespace {

constexpr std::array<std::string_view, 4> FoldersOfLinkedIn{"jobs", "articles", "verifications",
                                                            "services marketplace"};

std::string_view folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

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

std::string_view base_name(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view export_folder(std::string_view path) {
    auto folder = folder_of(path);
    const auto is_of_linkedin = [](std::string_view name) {
        return std::any_of(FoldersOfLinkedIn.begin(), FoldersOfLinkedIn.end(),
                           [name](std::string_view own) { return is_same_word(own, name); });
    };
    while (!folder.empty() && is_of_linkedin(base_name(folder)))
        folder = folder_of(folder);
    return folder;
}

std::string_view member_number(std::string_view path) {
    constexpr std::size_t longest_part_number = 3;
    const auto name = base_name(path);
    const auto dot = name.rfind('.');
    const auto underline = name.rfind('_', dot);
    if (dot == std::string_view::npos || underline == std::string_view::npos) return {};
    const auto number = name.substr(underline + 1, dot - underline - 1);
    const bool is_number = std::all_of(number.begin(), number.end(), is_digit);
    return is_number && number.size() > longest_part_number ? number : std::string_view();
}

std::string name_to_show(std::string_view path) {
    auto name = shown_name(base_name(path));
    const std::string number(member_number(name));
    if (!number.empty()) name.replace(name.rfind('_') + 1, number.size(), "…");
    return name;
}

bool is_litter(std::string_view path) {
    return path.starts_with("__MACOSX/") || path.find("/__MACOSX/") != std::string_view::npos ||
           base_name(path).starts_with(".");
}

bool is_archive_inside(std::string_view path) {
    return !is_litter(path) && lower(path).ends_with(".zip");
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
