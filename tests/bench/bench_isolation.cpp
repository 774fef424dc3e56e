// SPDX-License-Identifier: Apache-2.0
// What the border of a plugin costs: a bundled function called as a plugin in this process against
// its loop compiled in here, and in a process of its own against this one. Best of many rounds,
// since a machine is never idle. Goals are shown, not asserted.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/host/arguments.hpp"
#include "engine/host/call.hpp"
#include "engine/host/in_process.hpp"
#include "engine/host/output.hpp"
#include "engine/isolate/isolated_plugin.hpp"
#include "plugins/insights/functions.hpp"
#include "plugins/people/functions.hpp"

using namespace colonnade;

namespace {

using Clock = std::chrono::steady_clock;
using PluginPointer = std::shared_ptr<const engine::Plugin>;

constexpr double Day = 86'400;
constexpr double Now = 20'000 * Day;
constexpr auto Enough = std::chrono::milliseconds(1'500);
constexpr int FewestRounds = 5;

double best_of(const std::function<void()>& work) {
    auto best = std::numeric_limits<double>::infinity();
    const auto end = Clock::now() + Enough;
    for (int round = 0; round < FewestRounds || Clock::now() < end; ++round) {
        const auto start = Clock::now();
        work();
        best = std::min(best, std::chrono::duration<double>(Clock::now() - start).count());
    }
    return best;
}

std::string file_of(const std::string& plugin) {
    return std::string(COLONNADE_PLUGINS) + "/" + plugin + ".so";
}

engine::Isolation isolation() {
    return {COLONNADE_PLUGIN_HOST, {"0"}};
}

PluginPointer in_process(const std::string& plugin) {
    engine::Refusal refusal;
    auto started =
        engine::InProcessPlugin::start(std::filesystem::path(file_of(plugin)), {"0"}, refusal);
    if (started == nullptr) throw std::runtime_error(refusal.message);
    return started;
}

PluginPointer isolated(const std::string& plugin) {
    engine::Refusal refusal;
    auto library = engine::SealedLibrary::read(file_of(plugin), refusal);
    if (library == nullptr) throw std::runtime_error(refusal.message);
    auto started = engine::IsolatedPlugin::start(std::move(library), isolation(), refusal);
    if (started == nullptr) throw std::runtime_error(refusal.message);
    return started;
}

// One function, what it is called with, and its loop as it is compiled in here.
struct Case {
    std::string plugin;
    std::string function;
    const colonnade::sdk::Definition* loop;
    std::string rows_words;
    std::vector<engine::CallInput> inputs;
    engine::Buffer<std::int64_t> as_of;
};

dsl::Function description(const Case& of, std::int32_t& index) {
    engine::Refusal refusal;
    const auto functions = in_process(of.plugin)->functions(refusal);
    if (!functions) throw std::runtime_error(refusal.message);
    for (index = 0; index < static_cast<std::int32_t>(functions->size()); ++index) {
        const auto& function = (*functions)[static_cast<std::size_t>(index)];
        if (function.name == of.function) return function;
    }
    throw std::runtime_error("no function " + of.function);
}

double time_of(const Case& of, const PluginPointer& plugin) {
    std::int32_t index = 0;
    const auto function = description(of, index);
    engine::HostedFunction hosted(plugin, index);
    engine::Slot slot;
    return best_of([&] {
        const auto failures = hosted.call(function, of.inputs, of.as_of, slot);
        if (!failures.empty()) throw std::runtime_error(failures.front().message);
    });
}

// The loop alone, over the same columns: nothing is asked, checked or taken over.
double time_of_loop(const Case& of) {
    std::int32_t index = 0;
    const auto function = description(of, index);
    const engine::Arguments arguments(function, of.inputs, of.as_of);
    engine::Output output(function, of.as_of.size());
    const sdk::Host host;
    return best_of([&] {
        of.loop->run(sdk::Call(*of.loop->descriptor, arguments.batch(), output.abi(), host));
    });
}

void measure(const Case& of) {
    const auto rows = static_cast<double>(of.as_of.size());
    const auto loop = time_of_loop(of);
    const auto here = time_of(of, in_process(of.plugin));
    const auto there = time_of(of, isolated(of.plugin));
    fmt::print("{:<24} {:<14} {:>7} {:>9.1f} {:>9.1f} {:>9.1f} {:>9.2f} {:>9.2f} {:>10.0f}\n",
               of.plugin + "." + of.function, of.rows_words, of.as_of.size(), 1e9 * loop / rows,
               1e9 * here / rows, 1e9 * there / rows, here / loop, there / here,
               1e6 * (there - here));
}

engine::Buffer<std::int64_t> moments(std::size_t rows) {
    return engine::Buffer<std::int64_t>(rows,
                                        static_cast<std::int64_t>(Now) * engine::MicrosPerSecond);
}

// A year's window over so many events of the last two years per row.
void measure_weeks(std::size_t rows, int events, const char* words) {
    engine::Column window;
    window.kind = dsl::Kind::Duration;
    engine::ListColumn activity;
    activity.fields.resize(1);
    activity.fields[0].kind = dsl::Kind::Time;
    std::uint32_t seed = 1;
    for (std::size_t row = 0; row < rows; ++row) {
        window.push_number(365 * Day);
        activity.known.push_back(true);
        activity.offsets.push_back(activity.offsets.back() + events);
        for (int i = 0; i < events; ++i) {
            seed = seed * 1'664'525 + 1'013'904'223;
            activity.fields[0].push_number(Now - (seed >> 8U) % 730 * Day);
        }
    }
    measure({"people",
             "active_weeks",
             &people::ActiveWeeks,
             words,
             {{.column = &window}, {.list = &activity}},
             moments(rows)});
}

// A headline, and the words that it may hold.
void measure_matches(std::size_t rows) {
    engine::Column headline;
    headline.kind = dsl::Kind::Text;
    for (std::size_t row = 0; row < rows; ++row)
        headline.push_text(row % 2 == 0 ? "Builder of bridges and teams"
                                        : "Head of Steel, Hamburg");
    const dsl::WordList words{"words", {{"", "bridges"}, {"", "steel"}, {"", "team lead"}}};
    measure({"insights",
             "matches_of",
             &insights::MatchesOf,
             "one headline",
             {{.column = &headline}, {.words = &words}},
             moments(rows)});
}

void measure_start() {
    const auto start = best_of([] { static_cast<void>(isolated("people")); });
    fmt::print("\nsealing, starting and ending a process of its own: {:.1f} ms (goal: 10)\n",
               1e3 * start);
}

}  // namespace

int main() {
    fmt::print(
        "nanoseconds per row: the loop compiled in, as a plugin in this process (goal: 1.2 "
        "of the loop),\nin a process of its own (goal for flat rows: 1.25 of this process), "
        "and what that adds per call\n\n");
    fmt::print("{:<24} {:<14} {:>7} {:>9} {:>9} {:>9} {:>9} {:>9} {:>10}\n", "function", "row",
               "rows", "compiled", "plugin", "isolated", "plugin/c", "iso/plug", "adds [us]");
    for (const std::size_t rows : {1'024U, 16'384U, 65'536U}) {
        measure_matches(rows);
        measure_weeks(rows, 8, "8 moments");
    }
    // 18 KB a row, as many as fit into a batch.
    measure_weeks(455, 2'300, "18 KB");
    measure_start();
    return 0;
}
