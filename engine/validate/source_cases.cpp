// SPDX-License-Identifier: Apache-2.0
// Extensions, second part: sources. Nobody but the plugin knows what a good file of its kind is, so
// what is offered are files of other kinds, broken ones, and nothing at all. What it opens all the
// same must come to an end.
#include <fmt/format.h>

#include <algorithm>

#include "engine/host/abi.hpp"
#include "engine/validate/chance.hpp"
#include "engine/validate/memory_stream.hpp"
#include "engine/validate/plugin_case.hpp"
#include "engine/validate/read_selftest.hpp"
#include "engine/validate/trial.hpp"

namespace colonnade::engine {
namespace {

constexpr std::uint64_t SourceSeed = 8;
// More documents than files of a few bytes can hold.
constexpr int MostDocuments = 10'000;

// Some sources cannot tell the date of data that holds none.
constexpr const char* Options = R"({"as_of": "2026-11-20T23:59:59Z"})";

// A stream is made anew for each use: a reader owns its stream.
struct Offered {
    std::string what;
    std::function<std::unique_ptr<HostStream>()> make;
    // What `probe` may give at least: -1 where the stream fails.
    std::int32_t least_sure = 0;
};

std::int32_t least_sure(const MadeFile& file) {
    return file.ends == MadeFile::Ends::Badly ? -1 : 0;
}

std::string garbage(std::size_t size) {
    Chance chance(SourceSeed);
    std::string bytes;
    while (bytes.size() < size)
        bytes += static_cast<char>(chance.next() & 0xFF);
    return bytes;
}

Offered file(const std::string& what, const std::string& name, const std::string& bytes,
             MadeFile::Ends ends = MadeFile::Ends::Well) {
    const MadeFile one{name, bytes, ends};
    return {what, [=] { return made_file(one); }, least_sure(one)};
}

Offered folder(const std::string& what, const std::string& name,
               const std::vector<MadeFile>& files) {
    std::int32_t least = 0;
    for (const auto& one : files)
        least = std::min(least, least_sure(one));
    return {what, [=] { return made_folder(name, files); }, least};
}

// First bytes that other programs know a kind of file by, a name that fits, and garbage behind.
std::vector<MadeFile> known_beginnings() {
    const auto rest = garbage(3'000);
    return {{"export.zip", "PK\x03\x04" + rest},
            {"export.zip", std::string("PK\x05\x06") + std::string(18, '\0') + rest},
            {"profile.json", "{\"profile\": 1, \"id\": \"a\", \"posts\": [" + rest},
            {"export.csv", "First Name,Last Name,Email\n\"a,b\n" + rest},
            {"export.tar.gz", "\x1f\x8b\x08" + rest},
            {"export.xml", "<?xml version=\"1.0\"?><a><b>" + rest},
            {"export.sqlite", std::string("SQLite format 3") + std::string(1, '\0') + rest}};
}

std::vector<Offered> of_garbage() {
    std::vector<Offered> all{file("64 KiB of garbage", "garbage.bin", garbage(65'536)),
                             file("a single byte", "x", "x"),
                             file("64 KiB of zeros", "zeros", std::string(65'536, '\0')),
                             folder("a folder of garbage", "export",
                                    {{"Profile.csv", garbage(500)}, {"a/b.json", garbage(500)}})};
    for (const auto& one : known_beginnings())
        all.push_back(file(one.name + " with garbage behind its first bytes", one.name, one.bytes));
    return all;
}

std::vector<Offered> of_truncated() {
    std::vector<Offered> all;
    for (const auto& one : known_beginnings()) {
        all.push_back(file(one.name + " cut after 4 bytes", one.name, one.bytes.substr(0, 4)));
        all.push_back(file(one.name + " that ends before its length", one.name, one.bytes,
                           MadeFile::Ends::Early));
        all.push_back(file(one.name + " that cannot be read to its end", one.name, one.bytes,
                           MadeFile::Ends::Badly));
    }
    all.push_back(folder("a folder whose files cannot be read to their ends", "export",
                         {{"Profile.csv", garbage(500), MadeFile::Ends::Badly}}));
    return all;
}

std::vector<Offered> of_nothing() {
    return {file("an empty file", "empty", ""), file("an empty zip by its name", "export.zip", ""),
            folder("an empty folder", "export", {}),
            folder("a folder with an empty file", "export", {{"Profile.csv", ""}})};
}

// Skips where there is no source.
bool has_source(Trial& trial) {
    const auto* entry = trial.plugin() == nullptr ? nullptr : trial.entry();
    if (entry == nullptr) return false;
    const void* found = nullptr;
    static_cast<void>(contained([&] { found = entry->get(abi_text(COLONNADE_SOURCE_ID)); }));
    if (found == nullptr) trial.skip("it has no source");
    return found != nullptr;
}

// Reads to the end, as far as there is one.
void drain(const Offered& offered, SourceReader& reader, Trial& trial) {
    for (int documents = 0; documents < MostDocuments; ++documents) {
        std::optional<SourceProblem> problem;
        if (reader.next(problem)) continue;
        if (problem && problem->what == SourceProblem::What::Plugin)
            trial.fault(fmt::format("given {}: {}", offered.what, problem->message));
        return;
    }
    trial.fault(fmt::format("given {}: it gives documents without end", offered.what));
}

// Null where it does not read that, for whatever reason that it tells.
std::unique_ptr<SourceReader> opened(const Offered& offered, Trial& trial) {
    SourceProblem problem;
    auto reader = trial.plugin()->open(offered.make(), Options, problem);
    if (reader == nullptr && problem.what == SourceProblem::What::Plugin)
        trial.fault(fmt::format("given {}: {}", offered.what, problem.message));
    return reader;
}

void must_survive(const std::vector<Offered>& all, Trial& trial) {
    if (!has_source(trial)) return;
    for (const auto& offered : all) {
        Refusal refusal;
        const auto sure = trial.plugin()->probe(*offered.make(), refusal);
        if (!refusal.message.empty()) {
            trial.fault(fmt::format("given {}: {}", offered.what, refusal.message));
        } else if (sure < offered.least_sure || sure > 100) {
            trial.fault(fmt::format("given {}: `probe` gave {}, expected {} to 100", offered.what,
                                    sure, offered.least_sure));
        } else if (const auto reader = sure > 0 ? opened(offered, trial) : nullptr) {
            drain(offered, *reader, trial);
        }
    }
}

void on_garbage(Trial& trial) {
    must_survive(of_garbage(), trial);
}
void on_truncated(Trial& trial) {
    must_survive(of_truncated(), trial);
}
void on_nothing(Trial& trial) {
    must_survive(of_nothing(), trial);
}

// Runs `work` on each reader that can be had of all that is offered, however unsure it is.
template <class Work>
void for_each_reader(Trial& trial, const Work& work) {
    if (!has_source(trial)) return;
    bool any = false;
    for (const auto& all : {of_nothing(), of_garbage(), of_truncated()}) {
        for (const auto& offered : all) {
            SourceProblem problem;
            const auto reader = trial.plugin()->open(offered.make(), Options, problem);
            any = any || reader != nullptr;
            if (reader != nullptr) work(offered, *reader);
        }
    }
    if (!any) trial.skip("it opens nothing of what there is to offer");
}

void documents_end(Trial& trial) {
    for_each_reader(trial, [&](const Offered& offered, SourceReader& reader) {
        for (int documents = 0; documents < MostDocuments; ++documents) {
            std::optional<SourceProblem> problem;
            const auto document = reader.next(problem);
            if (!document) return;
            if (!is_json_object(*document)) {
                trial.fault(fmt::format("given {}: document {} is no JSON object", offered.what,
                                        documents + 1));
            }
        }
        trial.fault(fmt::format("given {}: it gives documents without end", offered.what));
    });
}

void report_is_json(Trial& trial) {
    for_each_reader(trial, [&](const Offered& offered, SourceReader& reader) {
        std::optional<SourceProblem> problem;
        for (int documents = 0; documents < MostDocuments && reader.next(problem); ++documents) {
        }
        if (problem) return;
        const auto report = reader.report(problem);
        if (problem) {
            trial.fault(fmt::format("given {}: no report: {}", offered.what, problem->message));
        } else if (!is_json_object(report)) {
            trial.fault(fmt::format("given {}: the report is no JSON object", offered.what));
        }
    });
}

constexpr PluginCase SourceCases[] = {
    {"extensions", "source-garbage", "Garbage is declined, or read to an end with a reason.",
     on_garbage},
    {"extensions", "source-truncated", "What is cut off or breaks while being read is told so.",
     on_truncated},
    {"extensions", "source-empty", "Empty files and folders are declined, or read to an end.",
     on_nothing},
    {"extensions", "source-documents", "Documents are JSON objects, and there is a last one.",
     documents_end},
    {"extensions", "source-report", "The report is a JSON object.", report_is_json},
};

}  // namespace

std::span<const PluginCase> source_cases() {
    return SourceCases;
}

}  // namespace colonnade::engine
