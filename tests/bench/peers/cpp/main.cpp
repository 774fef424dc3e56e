// SPDX-License-Identifier: Apache-2.0
// The scorecard of population/flat.yaml as somebody would write it who needs no other one.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>

#include "tests/bench/peers/cpp/kernel.hpp"
#include "tests/bench/peers/cpp/lines.hpp"
#include "tests/bench/peers/cpp/readers.hpp"
#include "tests/bench/peers/cpp/write.hpp"

namespace {

constexpr auto Usage =
    "usage: peer_cpp predicting|flat|deep IN.ndjson OUT.ndjson [--exact]\n"
    "       peer_cpp structure IN.ndjson\n"
    "       peer_cpp memory IN.ndjson ROUNDS     (prints seconds of each)\n";

const std::map<std::string_view, peer::Reader> Readers = {{"predicting", peer::read_predicting},
                                                          {"flat", peer::read_flat},
                                                          {"deep", peer::read_deep},
                                                          {"structure", peer::read_structure}};

void score_file(peer::Reader read, const char* from, const char* to, bool exact) {
    peer::Lines lines(from);
    peer::Facts facts;
    peer::Results results;
    std::string room;
    auto* out = std::fopen(to, "wb");
    if (out == nullptr) peer::give_up("the results cannot be written");
    std::setvbuf(out, nullptr, _IONBF, 0);
    for (auto piece = lines.next(); !piece.empty(); piece = lines.next()) {
        facts.rows = 0;
        read(piece, facts);
        results.make_room(facts.rows);
        peer::score(facts, peer::Want::PointsAndGaps, results);
        const auto text = peer::write_results(facts, results, exact, room);
        if (std::fwrite(text.data(), 1, text.size(), out) != text.size())
            peer::give_up("the results cannot be written");
    }
    if (std::fclose(out) != 0) peer::give_up("the results cannot be written");
}

void read_only(const char* from) {
    peer::Lines lines(from);
    peer::Facts facts;
    for (auto piece = lines.next(); !piece.empty(); piece = lines.next()) {
        facts.rows = 0;
        peer::read_structure(piece, facts);
    }
}

void score_in_memory(const char* from, int rounds) {
    peer::Lines lines(from);
    peer::Facts facts;
    for (auto piece = lines.next(); !piece.empty(); piece = lines.next())
        peer::read_predicting(piece, facts);
    peer::Results results;
    results.make_room(facts.rows);
    for (int round = -1; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        peer::score(facts, peer::Want::Points, results);
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
        if (round >= 0) std::printf("%.9f\n", passed.count());
    }
}

}  // namespace

int main(int count, char** arguments) {
    const std::string_view job = count > 2 ? arguments[1] : "";
    const bool exact = count > 4 && std::strcmp(arguments[4], "--exact") == 0;
    if (job == "memory" && count == 4) {
        score_in_memory(arguments[2], std::atoi(arguments[3]));
    } else if (job == "structure" && count == 3) {
        read_only(arguments[2]);
    } else if (Readers.contains(job) && job != "structure" && count >= 4) {
        score_file(Readers.at(job), arguments[2], arguments[3], exact);
    } else {
        std::fputs(Usage, stderr);
        return 2;
    }
    return 0;
}
