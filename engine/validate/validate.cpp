// SPDX-License-Identifier: Apache-2.0
#include "engine/validate/validate.hpp"

#include <fmt/format.h>

#include <cstring>
#include <system_error>

#include "engine/validate/child.hpp"
#include "engine/validate/elf_file.hpp"
#include "engine/validate/run_case.hpp"

namespace colonnade::engine {
namespace {

namespace fs = std::filesystem;

// Two worlds that have nothing in common that a result may depend on. Leaks are a case's business.
const ChildSurroundings& surroundings(bool is_second) {
    static const ChildSurroundings First{{"ASAN_OPTIONS=detect_leaks=0", "TZ=UTC"}, "/"};
    static const ChildSurroundings Second{
        {"ASAN_OPTIONS=detect_leaks=0", "TZ=Pacific/Auckland", "LANG=de_DE.UTF-8",
         "LC_ALL=de_DE.UTF-8", "HOME=/nonexistent", "USER=somebody"},
        "/usr"};
    return is_second ? Second : First;
}

PluginOutcome crashed(std::string message) {
    return {Verdict::Crashed, std::move(message)};
}

// The end of the process as an outcome; nothing where it came to its end and told.
std::optional<PluginOutcome> bad_end(const ChildEnd& end, std::chrono::milliseconds time) {
    switch (end.how) {
        case ChildEnd::How::NotStarted:
            return crashed("the process that runs the case could not be started");
        case ChildEnd::How::TimedOut:
            return PluginOutcome{Verdict::TimedOut,
                                 fmt::format("it had not ended after {:g} s",
                                             static_cast<double>(time.count()) / 1000)};
        case ChildEnd::How::Killed: {
            const char* name = ::sigabbrev_np(end.number);
            return crashed(
                fmt::format("it ended the process with SIG{}", name == nullptr ? "?" : name));
        }
        case ChildEnd::How::Exited:
            break;
    }
    if (end.number != 0 || end.written.empty())
        return crashed(fmt::format("it ended the process with exit code {}", end.number));
    return std::nullopt;
}

CaseRun run_outside(const PluginCase& one, const fs::path& file, const ValidateSettings& settings,
                    bool is_second) {
    std::vector<std::string> words{settings.program.string(), std::string(one.id), file.string()};
    for (const auto& folder : settings.rule_folders) {
        std::error_code code;
        const auto absolute = fs::absolute(folder, code);
        if (!code) words.push_back(absolute.string());
    }
    const auto end = run_child(words, surroundings(is_second), settings.time);
    if (auto bad = bad_end(end, settings.time)) return {std::move(*bad), {}};
    CaseRun run;
    if (!unpack(end.written, run)) return {crashed("it wrote into what the case had to tell"), {}};
    return run;
}

std::string first_different_line(const std::string& a, const std::string& b) {
    std::size_t at = 0;
    while (true) {
        const auto end = a.find('\n', at);
        const auto line = a.substr(at, end - at);
        if (line != b.substr(at, b.find('\n', at) - at)) return line.substr(0, line.find(": "));
        if (end == std::string::npos) return "its results";
        at = end + 1;
    }
}

PluginOutcome run_apart(const PluginCase& one, const fs::path& file,
                        const ValidateSettings& settings) {
    auto first = run_outside(one, file, settings, false);
    if (!one.runs_twice || is_bad(first.outcome.verdict)) return first.outcome;
    const auto second = run_outside(one, file, settings, true);
    if (is_bad(second.outcome.verdict)) return second.outcome;
    if (first.evidence == second.evidence) return first.outcome;
    return {Verdict::Failed, first_different_line(first.evidence, second.evidence) +
                                 " gives other bits in another process"};
}

}  // namespace

bool is_plugin_file(const fs::path& file, std::string& problem) {
    const auto elf = read_elf(file, problem);
    if (elf && !elf->has_entry) problem = "has no `colonnade_plugin_entry`";
    return elf && elf->has_entry;
}

std::vector<CheckedCase> validate(const fs::path& file, std::span<const PluginCase* const> cases,
                                  const ValidateSettings& settings) {
    std::vector<CheckedCase> checked;
    for (const auto* one : cases) {
        const bool apart = !settings.program.empty();
        checked.push_back({one, apart ? run_apart(*one, file, settings)
                                      : run_case(*one, {file, settings.rule_folders}).outcome});
    }
    return checked;
}

}  // namespace colonnade::engine
