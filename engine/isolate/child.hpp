// SPDX-License-Identifier: Apache-2.0
// A plugin's process over the length of a run: started, asked, started again after it broke, and
// not asked any more when it broke too often. Nothing that it says is believed here; what it was
// asked for is for the asker to look at.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "engine/host/refusal.hpp"
#include "engine/host/sealed_library.hpp"
#include "engine/host/services.hpp"
#include "engine/isolate/channel.hpp"
#include "engine/isolate/isolation.hpp"
#include "engine/isolate/process.hpp"
#include "engine/isolate/shared_memory.hpp"
#include "engine/isolate/stream_table.hpp"

namespace colonnade::engine {

class Child {
public:
    Child(std::shared_ptr<const SealedLibrary> library, Isolation isolation);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    // The first start: the plugin's version, or nothing with `refusal` filled.
    [[nodiscard]] std::optional<std::string> start(Refusal& refusal);

    struct Reply {
        // In words, "crashed (segmentation fault)", where there is no answer. Nothing that was made
        // in the process is there any more.
        std::optional<std::string> broke = {};
        bool failed = false;  // the payload says why
        std::string payload = {};
    };
    // Starts the process again first, where it broke.
    [[nodiscard]] Reply ask(Message message, std::string payload, std::chrono::milliseconds time,
                            std::size_t most = MostFrameBytes);
    // The answer was none. The words are those of `Reply::broke`.
    [[nodiscard]] std::string give_up_on_answer();
    // Which process it is: what was made in an earlier one is gone.
    [[nodiscard]] int generation() const { return generation_; }
    [[nodiscard]] bool is_running() const { return process_ != nullptr; }
    // A number for something that is made in the process; never given twice.
    [[nodiscard]] std::uint32_t next_number() { return ++last_number_; }

    // Something that the plugin was asked for broke it. After the last one that is suffered,
    // nothing is asked any more, and `quarantine` says so.
    void count_incident(const std::string& why);
    [[nodiscard]] const std::optional<std::string>& quarantine() const { return quarantine_; }

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const TimeLimits& limits() const { return isolation_.limits; }
    [[nodiscard]] const SharedMemory& input() const { return *input_; }
    [[nodiscard]] const SharedMemory& output() const { return *output_; }
    [[nodiscard]] StreamTable& streams() { return streams_; }
    // Whoever asks holds it from writing the input to reading the output.
    [[nodiscard]] std::mutex& mutex() { return mutex_; }

private:
    [[nodiscard]] bool make_memory(Refusal& refusal);
    // Empty, or why the process could not even be made.
    [[nodiscard]] std::string spawn();
    // The first frame, or nothing with words as for `Reply::broke` and, where it spoke, its
    // refusal.
    [[nodiscard]] std::optional<std::string> greet(std::string& broke, Refusal& refusal);
    [[nodiscard]] std::optional<std::string> restart();
    // False where the frame makes no sense.
    [[nodiscard]] Channel::Outcome serve(const Frame& frame, const Deadline& deadline);
    [[nodiscard]] Channel::Outcome pass_on_log(const Frame& frame);
    // Ends the process and says why, in words.
    [[nodiscard]] std::string end(Channel::Outcome outcome, std::chrono::milliseconds time);

    std::shared_ptr<const SealedLibrary> library_;
    std::string id_;
    Isolation isolation_;
    Services services_;
    std::unique_ptr<SharedMemory> input_;
    std::unique_ptr<SharedMemory> output_;
    StreamTable streams_;
    // Both or none.
    std::unique_ptr<Process> process_;
    std::unique_ptr<Channel> channel_;
    std::mutex mutex_;
    int generation_ = 0;
    std::uint32_t asked_ = 0;
    std::uint32_t last_number_ = 0;
    int incidents_ = 0;
    std::optional<std::string> quarantine_;
};

}  // namespace colonnade::engine
