// SPDX-License-Identifier: Apache-2.0
// A host for the reader of LinkedIn exports: streams over memory, and the calls of the plugin's
// border in one line.
#pragma once

#include <colonnade/plugin.h>

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace colonnade::linkedin::test {

// A file, or with `files` a folder, that lives in memory.
class MemoryStream {
public:
    MemoryStream(std::string name, std::string content);
    MemoryStream(std::string name, const std::map<std::string, std::string>& files);
    MemoryStream(const MemoryStream&) = delete;
    MemoryStream& operator=(const MemoryStream&) = delete;

    [[nodiscard]] const colonnade_stream& stream() const { return stream_; }
    // How many entries are open and not yet given back.
    [[nodiscard]] int open_count() const { return open_count_; }
    // From now on, or once so many reads went well, or in every file of the folder, reads fail.
    void break_off() { reads_left_ = 0; }
    void break_off_after(int reads) { reads_left_ = reads; }
    void break_off_inside();
    // How many went well.
    [[nodiscard]] int reads() const { return reads_; }

private:
    static std::int64_t read_at(const colonnade_stream* stream, std::int64_t offset, void* buffer,
                                std::int64_t size);
    static colonnade_text entry_name(const colonnade_stream* stream, std::int64_t index);
    static const colonnade_stream* open_entry(const colonnade_stream* stream, std::int64_t index,
                                              colonnade_error* error);
    static void close(const colonnade_stream* stream);

    std::string name_;
    std::string content_;
    std::vector<std::pair<std::string, std::unique_ptr<MemoryStream>>> entries_;
    colonnade_stream stream_{};
    MemoryStream* parent_ = nullptr;
    int open_count_ = 0;
    int reads_left_ = std::numeric_limits<int>::max();
    int reads_ = 0;
};

struct Outcome {
    std::int32_t code = COLONNADE_OK;
    std::string message;
    nlohmann::json document;
    nlohmann::json report;
    std::string document_text;
};

[[nodiscard]] std::int32_t probe(const colonnade_stream& stream);
[[nodiscard]] Outcome import(const colonnade_stream& stream, const std::string& options = "{}");

// Of a folder with LinkedIn's name, so that it has a date.
[[nodiscard]] Outcome import(const std::map<std::string, std::string>& files);

// The entry of an array of objects whose `key` has this value; null where there is none.
[[nodiscard]] nlohmann::json find(const nlohmann::json& list, const std::string& key,
                                  const std::string& value);

// What the report tells of the file with this name; null where it tells nothing.
[[nodiscard]] nlohmann::json file(const Outcome& outcome, const std::string& name);

// One entry of a zip to be made; `mode` is that of a Unix file, 0 for none.
struct ZipEntry {
    std::string name;
    std::string content;
    bool deflate = true;
    std::uint32_t mode = 0;
};
[[nodiscard]] std::string make_zip(const std::vector<ZipEntry>& entries);

// Runs the maker of archives; `arguments` go behind its name.
void make_archive(const std::string& arguments);

[[nodiscard]] std::string read_file(const std::string& path);

// A folder of this test run, empty.
[[nodiscard]] std::string fresh_folder(const std::string& name);

}  // namespace colonnade::linkedin::test
