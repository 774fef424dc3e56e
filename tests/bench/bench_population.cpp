// SPDX-License-Identifier: Apache-2.0
// Writes a population of invented people to standard output, one profile document a line:
// bench_population flat|deep ROWS [SEED]. The same arguments give the same bytes on every machine.
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "tests/bench/person.hpp"

using namespace colonnade;

namespace {

constexpr std::size_t Enough = std::size_t{1} << 20U;

bool write_out(std::string& text) {
    const auto written = std::fwrite(text.data(), 1, text.size(), stdout);
    const bool fine = written == text.size();
    text.clear();
    return fine;
}

bool write_population(bool deep, std::uint64_t rows, std::uint64_t seed) {
    bench::Person person;
    std::string text;
    for (std::uint64_t row = 0; row < rows; ++row) {
        bench::make_person(seed, row, person);
        deep ? bench::write_deep(person, text) : bench::write_flat(person, text);
        if (text.size() >= Enough && !write_out(text)) return false;
    }
    return write_out(text) && std::fflush(stdout) == 0;
}

}  // namespace

int main(int count, char** arguments) {
    const std::string_view shape = count > 1 ? arguments[1] : "";
    if (count < 3 || count > 4 || (shape != "flat" && shape != "deep")) {
        std::fputs("usage: bench_population flat|deep ROWS [SEED]\n", stderr);
        return 2;
    }
    const auto rows = std::strtoull(arguments[2], nullptr, 10);
    const auto seed = count == 4 ? std::strtoull(arguments[3], nullptr, 10) : 1;
    return write_population(shape == "deep", rows, seed) ? 0 : 1;
}
