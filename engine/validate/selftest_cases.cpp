// SPDX-License-Identifier: Apache-2.0
// Extensions, third part: the calls that a plugin brings along are made.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/validate/call_made.hpp"
#include "engine/validate/plugin_case.hpp"
#include "engine/validate/read_selftest.hpp"

namespace colonnade::engine {
namespace {

// What people write is decimal, and what comes out is the sum of many roundings.
constexpr double RelativeTolerance = 1e-9;

bool is_same(const std::optional<double>& expected, const Slot& results) {
    if (!expected) return results.known[0] == 0;
    const double got = results.value[0];
    return results.known[0] != 0 &&
           std::abs(got - *expected) <= RelativeTolerance * std::max(1.0, std::abs(*expected));
}

void replay(const SelftestRow& row, std::size_t number, const dsl::Function& function,
            Trial& trial) {
    std::string problem;
    const auto object =
        trial.plugin()->make_function(static_cast<std::int32_t>(row.function), problem);
    if (object == nullptr) return trial.fault(fmt::format("line {}: {}", number, problem));
    const auto called = call_made(function, *object, row.inputs);
    const auto where = fmt::format("line {}: function `{}`", number, function.name);
    if (!called.problem.empty()) return trial.fault(where + ": " + called.problem);
    if (is_same(row.result, called.results)) return;
    const auto expected = row.result ? fmt::format("{}", *row.result) : "unknown";
    trial.fault(
        fmt::format("{} gave {}, expected {}", where, result_text(called.results, 0), expected));
}

// Runs `work` on each line, with its number; skips where there is none.
template <class Work>
void for_each_line(Trial& trial, const Work& work) {
    const auto plugin = trial.plugin();
    if (plugin == nullptr) return;
    Refusal refusal;
    const auto text = plugin->selftest(refusal);
    if (!text) return trial.fault(refusal.message);
    if (text->find_first_not_of(" \r\n") == std::string::npos)
        return trial.skip("it brings no self-tests");
    if (trial.functions() == nullptr) return;
    std::size_t number = 0;
    for (std::size_t at = 0; at < text->size(); ++number) {
        const auto end = std::min(text->find('\n', at), text->size());
        const auto line = std::string_view(*text).substr(at, end - at);
        if (line.find_first_not_of(" \r") != std::string_view::npos) work(line, number + 1);
        at = end + 1;
    }
}

void replays(Trial& trial) {
    for_each_line(trial, [&](std::string_view line, std::size_t number) {
        const auto read = read_selftest(line, *trial.functions());
        if (const auto* wrong = std::get_if<std::string>(&read)) {
            trial.fault(fmt::format("line {}: {}", number, *wrong));
        } else {
            const auto& row = std::get<SelftestRow>(read);
            replay(row, number, (*trial.functions())[row.function], trial);
        }
    });
}

void covers(Trial& trial) {
    std::vector<bool> is_tested;
    for_each_line(trial, [&](std::string_view line, std::size_t) {
        is_tested.resize(trial.functions()->size());
        const auto read = read_selftest(line, *trial.functions());
        if (const auto* row = std::get_if<SelftestRow>(&read)) is_tested[row->function] = true;
    });
    for (std::size_t i = 0; i < is_tested.size(); ++i) {
        if (!is_tested[i]) trial.fault(about((*trial.functions())[i], "no self-test calls it"));
    }
}

constexpr PluginCase SelftestCases[] = {
    {"extensions", "selftest-replays", "The self-tests that it brings give what they say.",
     replays},
    {"extensions", "selftest-covers", "There is one for each function.", covers, true},
};

}  // namespace

std::span<const PluginCase> selftest_cases() {
    return SelftestCases;
}

}  // namespace colonnade::engine
