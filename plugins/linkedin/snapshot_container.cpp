// SPDX-License-Identifier: Apache-2.0
#include "snapshot_container.hpp"

#include <algorithm>
#include <cstring>

#include "export_with_snapshot.hpp"
#include "inventory.hpp"
#include "limits.hpp"
#include "paths.hpp"
#include "snapshot.hpp"
#include "snapshot_domains.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

class TextReader : public EntryReader {
public:
    explicit TextReader(std::string_view text) : rest_(text) {}
    std::int64_t read(char* buffer, std::uint64_t size) override {
        const auto count = std::min<std::uint64_t>(size, rest_.size());
        std::memcpy(buffer, rest_.data(), count);
        rest_.remove_prefix(count);
        return static_cast<std::int64_t>(count);
    }

private:
    std::string_view rest_;
};

class SnapshotContainer : public Container {
public:
    SnapshotContainer(Snapshot& snapshot, std::uint64_t most_file_bytes) {
        for (auto& [path, table] : snapshot.finish()) {
            const auto kind = kind_by_name(path);
            texts_.push_back(table.take_csv(kind ? &form_of(*kind) : nullptr, most_file_bytes));
            entries_.push_back({path, table.refusal(), 0, true, table.repeated()});
            tables_.push_back(std::move(table));
        }
    }
    std::unique_ptr<EntryReader> open(std::size_t entry) override {
        return std::make_unique<TextReader>(texts_[entry]);
    }
    [[nodiscard]] std::uint64_t size(std::size_t entry) override { return texts_[entry].size(); }
    [[nodiscard]] std::int64_t row_at(std::size_t entry, std::int64_t line) const override {
        return tables_[entry].row_at(line);
    }

private:
    std::vector<std::string> texts_;
    std::vector<SnapshotTable> tables_;  // without their rows
};

// Whether a key stands here with a list behind it; quotes inside a text are escaped, so that no
// text can look like that.
bool has_list(std::string_view text, std::string_view key) {
    const auto quoted = '"' + std::string(key) + '"';
    for (auto at = text.find(quoted); at != std::string_view::npos;
         at = text.find(quoted, at + quoted.size())) {
        const auto colon = trimmed(text.substr(at + quoted.size()));
        if (colon.starts_with(':') && trimmed(colon.substr(1)).starts_with('[')) return true;
    }
    return false;
}

// Names in lower case may be keys of anything.
bool has_domain(std::string_view text) {
    const auto forms = domain_forms();
    return std::any_of(forms.begin(), forms.end(), [text](const DomainForm& form) {
        const bool is_upper = std::none_of(form.domain.begin(), form.domain.end(),
                                           [](char c) { return c >= 'a' && c <= 'z'; });
        return is_upper && has_list(text, form.domain);
    });
}

std::int64_t read_some(const colonnade_stream& stream, std::string& text, std::size_t most) {
    const auto size = std::min(static_cast<std::size_t>(stream.length), most);
    text.resize(size);
    const auto got = read_stream(stream, 0, text.data(), size);
    text.resize(static_cast<std::size_t>(std::max<std::int64_t>(got, 0)));
    return got;
}

// A page may have any name but those that files of an archive have.
bool is_of_archive(std::string_view path) {
    const auto name = lower(path);
    return is_litter(path) || name.ends_with(".csv") || name.ends_with(".html") ||
           name.ends_with(".zip");
}

std::vector<std::size_t> pages_of(Container& container) {
    std::vector<std::size_t> pages;
    for (std::size_t i = 0; i < container.entries().size(); ++i) {
        if (is_of_archive(container.entries()[i].path)) continue;
        if (begins_like_snapshot(read_start(container, i, HeaderBytes))) pages.push_back(i);
    }
    std::sort(pages.begin(), pages.end(), [&container](std::size_t left, std::size_t right) {
        return is_path_before(container.entries()[left].path, container.entries()[right].path);
    });
    return pages;
}

Failure read_file_page(const colonnade_stream& stream, const Budget& most, Snapshot& snapshot) {
    std::string json;
    if (static_cast<std::uint64_t>(stream.length) > most.file_bytes) {
        return {COLONNADE_UNSUPPORTED, "larger than 256 MiB"};
    }
    if (read_some(stream, json, most.file_bytes) != stream.length) {
        return {COLONNADE_UNREADABLE, "the file cannot be read"};
    }
    return read_snapshot_page("", json, snapshot);
}

Failure read_pages(Container& container, const std::vector<std::size_t>& pages, Budget budget,
                   Snapshot& snapshot) {
    std::string json;
    for (const auto page : pages) {
        const auto& path = container.entries()[page].path;
        std::string reason;
        if (!read_whole(container, page, budget, json, reason)) {
            return {COLONNADE_UNSUPPORTED, shown_name(base_name(path)) + ": " + reason};
        }
        auto failure = read_snapshot_page(base_name(path), json, snapshot);
        if (failure.code != COLONNADE_OK) return failure;
    }
    return {};
}

}  // namespace

bool begins_like_snapshot(std::string_view start) {
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    start = trimmed(start);
    if (!start.starts_with('{') && !start.starts_with('[')) return false;
    return start.find("\"snapshotDomain\"") != std::string_view::npos ||
           start.find("\"snapshotData\"") != std::string_view::npos || has_domain(start);
}

bool begins_like_snapshot(const colonnade_stream& stream) {
    std::string start;
    return stream.length > 0 && read_some(stream, start, HeaderBytes) > 0 &&
           begins_like_snapshot(start);
}

bool holds_snapshot(Container& container) {
    return count_known_names(container) == 0 && !pages_of(container).empty();
}

std::unique_ptr<Container> open_export(const colonnade_stream& stream, Failure& failure,
                                       const SnapshotBounds& most) {
    Snapshot snapshot(most);
    std::unique_ptr<Container> archive;
    std::vector<std::size_t> pages;
    if (begins_like_snapshot(stream)) {
        failure = read_file_page(stream, most.bytes, snapshot);
    } else {
        archive = open_container(stream, failure);
        if (archive) pages = pages_of(*archive);
        if (pages.empty()) return archive;
        failure = read_pages(*archive, pages, most.bytes, snapshot);
    }
    if (failure.code == COLONNADE_OK && snapshot.has_several_owners()) {
        failure = {COLONNADE_UNSUPPORTED,
                   "these are snapshots of different members; each member is a person of its own"};
    }
    if (failure.code != COLONNADE_OK) return nullptr;
    auto tables = std::make_unique<SnapshotContainer>(snapshot, most.bytes.file_bytes);
    if (!archive) return tables;
    return export_with_snapshot(std::move(archive), pages, std::move(tables));
}

}  // namespace colonnade::linkedin
