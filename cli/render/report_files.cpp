// SPDX-License-Identifier: Apache-2.0
#include "cli/render/report_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/render/canvas.hpp"

namespace colonnade::cli {
namespace {

// `left` is how many names may still stand here.
std::string names_in_one_place(const ReportedFiles& files, std::size_t& left) {
    const auto count = std::min(files.size(), left);
    left -= count;
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < count; ++i)
        names.push_back(files[i]->name);
    const auto& from = files.front()->from;
    return names.empty() ? std::string()
                         : paragraph("    ", fmt::format("{}{}{}", from, from.empty() ? "" : ": ",
                                                         fmt::join(names, ", ")));
}

}  // namespace

ReportedFiles files_with(std::string_view status, const ImportReport& report) {
    ReportedFiles files;
    for (const auto& file : report.files) {
        if (file.status == status) files.push_back(&file);
    }
    return files;
}

std::vector<ReportedFiles> grouped(const ReportedFiles& files, std::string ReportedFile::*text) {
    std::vector<ReportedFiles> groups;
    std::map<std::string_view, std::size_t> group_of;
    for (const auto* file : files) {
        const auto [group, is_new] = group_of.emplace(file->*text, groups.size());
        if (is_new) groups.emplace_back();
        groups[group->second].push_back(file);
    }
    return groups;
}

std::string files_left_alone(const ImportReport& report, std::string_view more) {
    std::string text;
    for (const auto& files : grouped(files_with("ignored", report), &ReportedFile::reason)) {
        auto left = MostNamesLeftAlone;
        text += paragraph("  ", files.front()->reason);
        for (const auto& place : grouped(files, &ReportedFile::from))
            text += names_in_one_place(place, left);
        if (files.size() > MostNamesLeftAlone)
            text += fmt::format("    … {} {}\n", files.size() - MostNamesLeftAlone, more);
    }
    return text;
}

}  // namespace colonnade::cli
