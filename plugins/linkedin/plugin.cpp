// SPDX-License-Identifier: Apache-2.0
// The border of the plugin: an export as a source of one profile document. What fails here is
// thrown, and told to the host by the SDK.
#include <colonnade/sdk.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "import.hpp"
#include "inventory.hpp"
#include "owners.hpp"
#include "paths.hpp"
#include "snapshot_container.hpp"

namespace colonnade::linkedin {
namespace {

void require(const Failure& failure) {
    if (failure.code != COLONNADE_OK) throw sdk::Failure(failure.message, failure.code);
}

// A damaged zip, one of something else, or a folder with an archive in it is claimed a little:
// nobody else says what is wrong.
constexpr int OnlyAnArchive = 10;
constexpr int OneKnownFile = 60;
constexpr int SeveralKnownFiles = 100;
constexpr int MemberSnapshot = 100;

bool has_archive(const Container& container) {
    const auto& entries = container.entries();
    return std::any_of(entries.begin(), entries.end(),
                       [](const Entry& entry) { return is_archive_inside(entry.path); });
}

class Export {
public:
    static constexpr sdk::SourceInfo info{
        .id = "linkedin", .titles = {{"de", "LinkedIn-Export"}, {"en", "LinkedIn export"}}};

    static int probe(const sdk::Stream& stream) {
        if (begins_like_snapshot(stream.raw())) return MemberSnapshot;
        const bool is_zip = begins_like_zip(stream.raw());
        Failure failure;
        const auto container = open_container(stream.raw(), failure);
        if (!container) return is_zip ? OnlyAnArchive : 0;
        if (holds_snapshot(*container)) return MemberSnapshot;
        // A single file may have any name: its header says what it is.
        if (!stream.is_folder() && !is_zip)
            return take_inventory(*container).known.empty() ? 0 : OneKnownFile;
        const auto known = count_known_names(*container);
        if (known > 0) return known == 1 ? OneKnownFile : SeveralKnownFiles;
        return is_zip || has_archive(*container) ? OnlyAnArchive : 0;
    }

    Export(const sdk::Stream& stream, std::string_view options, const sdk::Host& /*host*/)
        : name_(stream.name()) {
        require(read_options(options, options_));
        Failure failure;
        container_ = open_export(stream.raw(), failure);
        require(failure);
        inventory_ = take_inventory(*container_);
        require(check_inventory(inventory_));
        require(check_owners(*container_, inventory_));
    }

    std::optional<std::string> next() {
        if (is_done_) return std::nullopt;
        is_done_ = true;
        require(import_export(*container_, inventory_, name_, options_, result_));
        return std::move(result_.document);
    }

    [[nodiscard]] const std::string& report() const {
        if (result_.report.empty()) throw sdk::Failure("there is no report before the end");
        return result_.report;
    }

private:
    std::string name_;
    Options options_;
    std::unique_ptr<Container> container_;
    Inventory inventory_;
    Import result_;
    bool is_done_ = false;
};

constexpr auto Source = sdk::source<Export>();

}  // namespace
}  // namespace colonnade::linkedin

using namespace colonnade::linkedin;

constinit const colonnade_plugin colonnade_plugin_entry =
    colonnade::sdk::plugin<Source>("linkedin", "0.1.0");
