// SPDX-License-Identifier: Apache-2.0
// From files to findings. A file that cannot be read is reported and the next one is read.
#include <algorithm>
#include <map>

#include "decode.hpp"
#include "findings.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

// A table of which most cannot be understood says nothing: its few rows would pass for all.
void judge_rows(FileReport& report) {
    if (report.refused > report.rows + report.left_out) {
        report.status = FileStatus::Refused;
        report.reason = "most of its rows cannot be understood";
    }
}

class FileReader {
public:
    FileReader(Container& container, Budget& budget, Findings& findings)
        : container_(container), budget_(budget), findings_(findings) {}

    // `has_parts`: the table has more than this file.
    void read(const KnownFile& file, bool has_parts) {
        FileReport report;
        report.name = file.name;
        report.folder = file.folder;
        report.status = FileStatus::Refused;
        if (findings_.state(file.kind) == KindState::Missing) repeated_ = {};
        repeated_.begin_file();
        if (read_whole(container_, file.entry, budget_, content_, report.reason)) {
            read_table(form_of(file.kind), content_, report, findings_.facts,
                       has_parts ? &repeated_ : nullptr);
        }
        report.left_out += container_.entries()[file.entry].repeated;
        report.has_rows = container_.entries()[file.entry].is_of_snapshot;
        for (auto& problem : report.problems)
            problem.line = container_.row_at(file.entry, problem.line);
        settle(file.kind, report.status);
        findings_.files.push_back(std::move(report));
    }

    // All articles together are one line of the report: their names are their titles.
    void read_articles(const std::vector<KnownFile>& files) {
        FileReport report;
        report.name = name_of(FileKind::Articles);
        report.folder = files.front().folder;
        report.status = FileStatus::Read;
        for (const auto& file : files)
            read_one_article(file, report);
        judge_rows(report);
        settle(FileKind::Articles, report.status);
        findings_.files.push_back(std::move(report));
    }

private:
    void read_one_article(const KnownFile& file, FileReport& report) {
        std::string reason;
        if (read_whole(container_, file.entry, budget_, content_, reason)) {
            report.replaced += repair_utf8(content_);
            read_article(content_, report, findings_.facts);
        } else {
            ++report.refused;
            report.add_problem(1, reason);
        }
    }

    void settle(FileKind kind, FileStatus status) {
        auto& state = findings_.kinds[static_cast<std::size_t>(kind)];
        if (status == FileStatus::Refused) state = KindState::Refused;
        if (state == KindState::Missing) state = KindState::Read;
    }

    Container& container_;
    Budget& budget_;
    Findings& findings_;
    std::string content_;
    RepeatedRows repeated_;
};

}  // namespace

void read_table(const FileForm& form, std::string& content, FileReport& report, Facts& facts,
                RepeatedRows* repeated) {
    report.status = FileStatus::Refused;
    report.reason = decode(content, report);
    if (!report.reason.empty()) return;
    const auto separator =
        separator_of(content.substr(0, HeaderBytes), form.quoting, form.required);
    Table table(content, form.quoting, separator, form.takes_ragged_rows, report, repeated);
    if (!table.find_header(form.required)) return;
    report.status = FileStatus::Read;
    form.reader(table, facts);
    judge_rows(report);
}

Findings read_files(Container& container, const Inventory& inventory) {
    Budget budget{MostTotalBytes};
    Findings findings;
    findings.has_several_folders = has_several_folders(inventory);
    FileReader reader(container, budget, findings);
    std::vector<KnownFile> articles;
    std::map<FileKind, int> parts;
    for (const auto& file : inventory.known) {
        ++parts[file.kind];
        const auto& lone = inventory.lone_folders;
        if (std::find(lone.begin(), lone.end(), file.folder) != lone.end()) {
            findings.lone.insert(file.kind);
        }
        if (container.entries()[file.entry].is_of_snapshot) findings.of_snapshot.insert(file.kind);
    }
    findings.is_snapshot =
        !findings.of_snapshot.empty() && findings.of_snapshot.size() == parts.size();
    for (const auto& file : inventory.known) {
        if (file.kind == FileKind::Articles) {
            articles.push_back(file);
        } else {
            reader.read(file, parts[file.kind] > 1);
        }
    }
    if (!articles.empty()) reader.read_articles(articles);
    findings.files.insert(findings.files.end(), inventory.ignored.begin(), inventory.ignored.end());
    return findings;
}

}  // namespace colonnade::linkedin
