// SPDX-License-Identifier: Apache-2.0
#include "engine/validate/run_case.hpp"

#include <unistd.h>

#include <cstring>

#include "dsl/text/unicode.hpp"

namespace colonnade::engine {
namespace {

constexpr const char* QuietLoad = "quiet-load";

bool write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(ResultDescriptor, bytes.data(), bytes.size());
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

CaseRun run_confined(const PluginCase& one, const TrialPlace& place) {
    // That case sets a filter of its own, which must be the first.
    if (one.id != QuietLoad && !place.powers->forbid_system_calls()) {
        return {{Verdict::Failed,
                 "this system has no filter for calls, without which no foreign code is run; "
                 "`--in-process` runs it all the same"},
                {}};
    }
    return run_case(one, place);
}

}  // namespace

CaseRun run_case(const PluginCase& one, const TrialPlace& place) {
    Trial trial(place);
    one.run(trial);
    return {trial.outcome(one.only_warns), trial.evidence()};
}

int check_main(int argc, char** argv, const Powers& powers) {
    constexpr int UsageCode = 2;
    const auto* one = argc < 3 ? nullptr : plugin_case(argv[1]);
    if (one == nullptr) return UsageCode;
    const TrialPlace place{argv[2], {argv + 3, argv + argc}, &powers};
    return write_all(packed(run_confined(*one, place))) ? 0 : 1;
}

// The verdict's number as a letter, the size of the evidence in 8 bytes, evidence, message.
std::string packed(const CaseRun& run) {
    const std::uint64_t size = run.evidence.size();
    std::string bytes(1, static_cast<char>('0' + static_cast<int>(run.outcome.verdict)));
    bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
    return bytes + run.evidence + run.outcome.message;
}

bool unpack(const std::string& bytes, CaseRun& run) {
    std::uint64_t size = 0;
    constexpr auto Head = 1 + sizeof size;
    if (bytes.size() < Head) return false;
    const int verdict = bytes[0] - '0';
    std::memcpy(&size, bytes.data() + 1, sizeof size);
    if (verdict < 0 || verdict > static_cast<int>(Verdict::Skipped)) return false;
    if (size > bytes.size() - Head) return false;
    run.outcome.verdict = static_cast<Verdict>(verdict);
    run.evidence = bytes.substr(Head, size);
    // A plugin may have written it.
    run.outcome.message = dsl::visible(bytes.substr(Head + size), true);
    return true;
}

}  // namespace colonnade::engine
