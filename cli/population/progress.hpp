// SPDX-License-Identifier: Apache-2.0
// How far a run is, for whoever looks at a terminal; nothing at all elsewhere.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

namespace colonnade::cli {

class Progress {
public:
    Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    // Leaves nothing on the terminal.
    ~Progress();

    // A source begins; nothing where its size is not known.
    void begin(std::optional<std::size_t> bytes_in_all);
    // May be called often, and shows something a few times a second. One thread at a time.
    void show(std::size_t people, std::size_t bytes_read);
    // Instead of all that, what the run came to.
    void finish(std::size_t people, std::size_t rejects) const;

private:
    using Clock = std::chrono::steady_clock;

    bool is_wanted_;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point source_begin_ = begin_;
    Clock::time_point next_ = begin_;
    std::optional<std::size_t> bytes_in_all_;
};

}  // namespace colonnade::cli
