// SPDX-License-Identifier: Apache-2.0
// Archives inside: a folder with the two archives that LinkedIn sends, or a zip that was packed
// again. Seen from outside, all their files lie in one container.
#include <algorithm>

#include "container.hpp"
#include "limits.hpp"
#include "paths.hpp"

namespace colonnade::linkedin {
namespace {

class NestedContainer : public Container {
public:
    NestedContainer(std::unique_ptr<Container> outer, bool is_zip) {
        take(std::move(outer), {}, is_zip ? 1 : 0);
    }

    std::unique_ptr<EntryReader> open(std::size_t entry) override {
        return container_of(entry).open(places_[entry].entry);
    }

    [[nodiscard]] std::uint64_t size(std::size_t entry) override {
        return container_of(entry).size(places_[entry].entry);
    }

    [[nodiscard]] std::optional<Seconds> newest_file() const override {
        std::optional<Seconds> newest;
        for (const auto& part : parts_) {
            const auto time = part.container->newest_file();
            if (time) newest = std::max(newest.value_or(*time), *time);
        }
        return newest;
    }

private:
    // The stream is the archive's own bytes, and none for what the host gave us.
    struct Part {
        std::unique_ptr<InnerStream> stream;
        std::unique_ptr<Container> container;
    };
    struct Place {
        std::size_t part = 0;
        std::size_t entry = 0;
    };

    [[nodiscard]] Container& container_of(std::size_t entry) {
        return *parts_[places_[entry].part].container;
    }

    // Adds the files of a container below `path`, with archives in their place.
    void take(std::unique_ptr<Container> container, const std::string& path, int zips_deep,
              std::unique_ptr<InnerStream> stream = nullptr) {
        const auto part = parts_.size();
        parts_.push_back({std::move(stream), std::move(container)});
        const auto count = parts_[part].container->entries().size();
        for (std::size_t i = 0; i < count; ++i) {
            auto entry = parts_[part].container->entries()[i];
            auto whole_path = path + entry.path;
            const bool is_archive = entry.refusal.empty() && is_archive_inside(entry.path);
            if (is_archive && take_archive(part, i, whole_path, zips_deep, entry.refusal)) continue;
            entry.path = std::move(whole_path);
            entries_.push_back(std::move(entry));
            places_.push_back({part, i});
        }
    }

    // False with a reason where the archive stays a file.
    bool take_archive(std::size_t part, std::size_t entry, const std::string& path, int zips_deep,
                      std::string& reason) {
        if (zips_deep >= MostZipsDeep) {
            reason = "unpack it first: this deep, archives in archives are not opened";
            return false;
        }
        if (archives_ >= MostArchivesInside) {
            reason = "more than 10 archives are here; only the first are opened";
            return false;
        }
        ++archives_;
        auto stream = parts_[part].container->open_inside(entry, held_, reason);
        if (!stream) return false;
        Failure failure;
        auto inner = open_zip(stream->stream(), failure);
        if (!inner || entries_.size() + inner->entries().size() > MostEntries) {
            reason = inner ? "with its files there are more than 2000" : failure.message;
            return false;
        }
        take(std::move(inner), path + '/', zips_deep + 1, std::move(stream));
        return true;
    }

    std::vector<Part> parts_;
    std::vector<Place> places_;
    std::size_t archives_ = 0;
    Budget held_{MostHeldBytes, "the archives inside are larger than 128 MiB"};
};

}  // namespace

std::unique_ptr<Container> with_archives_inside(std::unique_ptr<Container> outer, bool is_zip) {
    const auto& entries = outer->entries();
    const bool has_archive = std::any_of(entries.begin(), entries.end(), [](const Entry& entry) {
        return is_archive_inside(entry.path);
    });
    if (!has_archive) return outer;
    return std::make_unique<NestedContainer>(std::move(outer), is_zip);
}

}  // namespace colonnade::linkedin
