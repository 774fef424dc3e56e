// SPDX-License-Identifier: Apache-2.0
#include "export_with_snapshot.hpp"

#include <algorithm>

#include "as_of.hpp"

namespace colonnade::linkedin {
namespace {

// The page whose name tells the newest day, else the first, stands for all of them: it is where the
// snapshot's tables seem to lie.
std::string place_of(const Container& archive, const std::vector<std::size_t>& pages) {
    const auto path = [&archive](std::size_t page) { return archive.entries()[page].path; };
    return path(*std::max_element(pages.begin(), pages.end(), [&](auto left, auto right) {
        return day_in_name(path(left)) < day_in_name(path(right));
    }));
}

class ExportWithSnapshot : public Container {
public:
    ExportWithSnapshot(std::unique_ptr<Container> archive, const std::vector<std::size_t>& pages,
                       std::unique_ptr<Container> snapshot)
        : archive_(std::move(archive)), snapshot_(std::move(snapshot)) {
        take(*archive_, {}, pages);
        take(*snapshot_, place_of(*archive_, pages) + '/', {});
    }

    std::unique_ptr<EntryReader> open(std::size_t entry) override {
        return places_[entry].container->open(places_[entry].entry);
    }
    [[nodiscard]] std::uint64_t size(std::size_t entry) override {
        return places_[entry].container->size(places_[entry].entry);
    }
    [[nodiscard]] std::optional<Seconds> newest_file() const override {
        return archive_->newest_file();
    }
    [[nodiscard]] std::int64_t row_at(std::size_t entry, std::int64_t line) const override {
        return places_[entry].container->row_at(places_[entry].entry, line);
    }

private:
    struct Place {
        Container* container = nullptr;
        std::size_t entry = 0;
    };

    void take(Container& container, const std::string& path,
              const std::vector<std::size_t>& without) {
        for (std::size_t i = 0; i < container.entries().size(); ++i) {
            if (std::find(without.begin(), without.end(), i) != without.end()) continue;
            entries_.push_back(container.entries()[i]);
            entries_.back().path.insert(0, path);
            places_.push_back({&container, i});
        }
    }

    std::unique_ptr<Container> archive_;
    std::unique_ptr<Container> snapshot_;
    std::vector<Place> places_;
};

}  // namespace

std::unique_ptr<Container> export_with_snapshot(std::unique_ptr<Container> archive,
                                                const std::vector<std::size_t>& pages,
                                                std::unique_ptr<Container> snapshot) {
    return std::make_unique<ExportWithSnapshot>(std::move(archive), pages, std::move(snapshot));
}

}  // namespace colonnade::linkedin
