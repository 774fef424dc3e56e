// SPDX-License-Identifier: Apache-2.0
// From files to findings. A file that cannot be read is reported and the next one is read.
#include "findings.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

// Why bytes are no table that can be read, or empty.
std::string_view refusal_of(std::string_view content) {
    if (content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF")) {
        return "it is written in UTF-16, as exports of about 2018 were; only exports in UTF-8 are "
               "read";
    }
    if (content.find('\0') != std::string_view::npos) return "it is no text";
    return {};
}

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

    void read(const KnownFile& file) {
        FileReport report;
        report.name = file.name;
        report.status = FileStatus::Refused;
        if (read_whole(container_, file.entry, budget_, content_, report.reason)) {
            read_table(form_of(file.kind), content_, report, findings_.facts);
        }
        settle(file.kind, report.status);
        findings_.files.push_back(std::move(report));
    }

    // All articles together are one line of the report: their names are their titles.
    void read_articles(const std::vector<KnownFile>& files) {
        FileReport report;
        report.name = name_of(FileKind::Articles);
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
            report.replaced_bytes += repair_utf8(content_);
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
};

}  // namespace

void read_table(const FileForm& form, std::string& content, FileReport& report, Facts& facts) {
    report.reason = refusal_of(content);
    report.status = FileStatus::Refused;
    if (!report.reason.empty()) return;
    report.replaced_bytes = repair_utf8(content);
    Table table(content, form.quoting, form.takes_ragged_rows, report);
    if (!table.find_header(form.required)) return;
    report.status = FileStatus::Read;
    form.reader(table, facts);
    judge_rows(report);
}

Findings read_files(Container& container, const Inventory& inventory) {
    Budget budget{MostTotalBytes};
    Findings findings;
    FileReader reader(container, budget, findings);
    std::vector<KnownFile> articles;
    for (const auto& file : inventory.known) {
        if (file.kind == FileKind::Articles) {
            articles.push_back(file);
        } else {
            reader.read(file);
        }
    }
    if (!articles.empty()) reader.read_articles(articles);
    findings.files.insert(findings.files.end(), inventory.ignored.begin(), inventory.ignored.end());
    return findings;
}

}  // namespace colonnade::linkedin
