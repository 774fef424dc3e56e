// SPDX-License-Identifier: Apache-2.0
// What reading and compiling costs per rule, for rulebooks of 400 to 20,000 rules. YAML is apart
// from the rest, which is everything from the tree to the program. Each size runs in a process of
// its own, whose peak of memory the system knows. Targets are shown, not asserted.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "dsl/rulebook/read.hpp"
#include "dsl/text/render.hpp"
#include "dsl/yaml/read.hpp"
#include "engine/program/program.hpp"
#include "tests/bench/rules.hpp"

using namespace colonnade;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

dsl::Document read_tree(std::string text, dsl::Diagnostics& diagnostics) {
    auto source = std::make_shared<const dsl::Source>("made.yaml", std::move(text));
    auto root = dsl::read_yaml(source, diagnostics);
    if (!root) throw std::runtime_error(dsl::render(diagnostics, false));
    return {{std::move(source)}, std::move(*root)};
}

dsl::Catalogue read_catalogue() {
    std::ifstream file(COLONNADE_SOURCE_DIR "/rules/schemas/social-profile.yaml");
    std::ostringstream text;
    text << file.rdbuf();
    dsl::Diagnostics diagnostics;
    return dsl::read_schema(read_tree(text.str(), diagnostics), diagnostics);
}

void measure(std::size_t rules) {
    const auto catalogue = read_catalogue();
    auto text = bench::make_rulebook(rules);
    const auto size = text.size();
    dsl::Diagnostics diagnostics;
    const auto start = Clock::now();
    const auto document = read_tree(std::move(text), diagnostics);
    const auto yaml = milliseconds_since(start);
    const auto middle = Clock::now();
    const auto rulebook = dsl::read_rulebook(
        document, catalogue, [](const std::string&) { return std::nullopt; }, diagnostics);
    if (diagnostics.has_errors()) throw std::runtime_error(dsl::render(diagnostics, false));
    const auto program = engine::compile(rulebook, catalogue);
    const auto rest = milliseconds_since(middle);
    const auto count = static_cast<double>(rules);
    fmt::print("{:>7} {:>8.1f} {:>9.1f} {:>9.1f} {:>9.1f} {:>9.1f} {:>9.1f} {:>8}", rules,
               static_cast<double>(size) / 1e6, yaml, rest, yaml + rest, 1000 * yaml / count,
               1000 * rest / count, program.code.size());
    std::fflush(stdout);
}

// Of a process of its own, so that its peak of memory is that of this size.
void measure_apart(std::size_t rules) {
    const auto child = ::fork();
    if (child == 0) {
        measure(rules);
        ::_exit(0);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || ::wait4(child, &status, 0, &usage) < 0 || status != 0)
        throw std::runtime_error("the measurement failed");
    const auto megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
    fmt::print(" {:>7.1f} {:>8.1f}\n", megabytes, megabytes * 1024 / static_cast<double>(rules));
    std::fflush(stdout);
}

}  // namespace

int main() {
    fmt::print("reading and compiling made-up rulebooks; target: linear, 20,000 rules under 4 s\n");
    fmt::print("{:>7} {:>8} {:>9} {:>9} {:>9} {:>9} {:>9} {:>8} {:>7} {:>8}\n", "rules", "MB",
               "yaml ms", "rest ms", "sum ms", "yaml us/r", "rest us/r", "instr.", "peak MB",
               "KB/rule");
    std::fflush(stdout);
    for (const std::size_t rules : {400U, 4'000U, 20'000U})
        measure_apart(rules);
    return 0;
}
