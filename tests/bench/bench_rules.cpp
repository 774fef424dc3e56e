// SPDX-License-Identifier: Apache-2.0
// What reading and compiling costs per rule, for rulebooks of 40 to 20,000 rules. YAML is apart
// from the rest, which is everything from the tree to the program: the first time in a process, and
// the median of several times. Each size runs in a process of its own, whose peak of memory the
// system knows. Targets are shown, not asserted.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
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

// Of the processor: nothing here waits, and other processes do not count.
struct Clock {
    using duration = std::chrono::nanoseconds;
    using time_point = std::chrono::time_point<Clock, duration>;
    static time_point now() {
        timespec time{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return time_point(std::chrono::seconds(time.tv_sec) +
                          std::chrono::nanoseconds(time.tv_nsec));
    }
};

struct Size {
    std::size_t rules;
    int times;
    std::string_view target;  // milliseconds of the rest
};
constexpr Size Sizes[]{
    {40, 101, "< 0.5"}, {400, 31, "< 3"}, {4'000, 11, "< 30"}, {20'000, 3, "< 200"}};

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

// Milliseconds from the tree to the program.
double compile_once(const dsl::Document& document, const dsl::Catalogue& catalogue,
                    std::size_t& instructions) {
    dsl::Diagnostics diagnostics;
    const auto start = Clock::now();
    const auto rulebook = dsl::read_rulebook(
        document, catalogue, [](const std::string&) { return std::nullopt; }, diagnostics);
    if (diagnostics.has_errors()) throw std::runtime_error(dsl::render(diagnostics, false));
    const auto program = engine::compile(rulebook, catalogue);
    const auto passed = milliseconds_since(start);
    instructions = program.code.size();
    return passed;
}

void measure(const Size& size) {
    const auto catalogue = read_catalogue();
    auto text = bench::make_rulebook(size.rules);
    const auto bytes = static_cast<double>(text.size());
    dsl::Diagnostics diagnostics;
    const auto start = Clock::now();
    const auto document = read_tree(std::move(text), diagnostics);
    const auto yaml = milliseconds_since(start);
    std::size_t instructions = 0;
    std::vector<double> rest;
    for (int i = 0; i < size.times; ++i)
        rest.push_back(compile_once(document, catalogue, instructions));
    const double first = rest.front();
    std::sort(rest.begin(), rest.end());
    const double median = rest[rest.size() / 2];
    const auto count = static_cast<double>(size.rules);
    fmt::print("{:>7} {:>8.1f} {:>9.1f} {:>9.2f} {:>9.2f} {:>7} {:>9.1f} {:>9.1f} {:>8}",
               size.rules, bytes / 1e6, yaml, first, median, size.target, 1000 * yaml / count,
               1000 * median / count, instructions);
    std::fflush(stdout);
}

// Of a process of its own, so that its peak of memory is that of this size.
void measure_apart(const Size& size) {
    const auto child = ::fork();
    if (child == 0) {
        measure(size);
        ::_exit(0);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || ::wait4(child, &status, 0, &usage) < 0 || status != 0)
        throw std::runtime_error("the measurement failed");
    const auto megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
    fmt::print(" {:>7.1f} {:>8.1f}\n", megabytes,
               megabytes * 1024 / static_cast<double>(size.rules));
    std::fflush(stdout);
}

}  // namespace

int main() {
    fmt::print("reading and compiling made-up rulebooks\n");
    fmt::print("{:>7} {:>8} {:>9} {:>9} {:>9} {:>7} {:>9} {:>9} {:>8} {:>7} {:>8}\n", "rules", "MB",
               "yaml ms", "first ms", "rest ms", "target", "yaml us/r", "rest us/r", "instr.",
               "peak MB", "KB/rule");
    std::fflush(stdout);
    for (const auto& size : Sizes)
        measure_apart(size);
    return 0;
}
