// SPDX-License-Identifier: Apache-2.0
// JSON that may be anything: each value is asked for by name, kind and range, and the first that is
// not so ends the reading with its place. Internal to reading a report.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace colonnade::cli {

// Unwinds to whoever began to read.
struct WrongJson {
    std::string message;
};

// Sums of doubles that differ by less are equal.
inline constexpr double CloseSums = 1e-6;

class JsonDocument;

// A value with the way to it. Its document must outlive it. All but `is_…` throw WrongJson.
class JsonNode {
public:
    [[nodiscard]] JsonNode at(std::string_view key) const;
    // Nothing where it is not there, or null.
    [[nodiscard]] std::optional<JsonNode> find(std::string_view key) const;
    [[nodiscard]] std::vector<JsonNode> items(std::size_t least = 0,
                                              std::size_t most = SIZE_MAX) const;
    [[nodiscard]] std::vector<std::pair<std::string, JsonNode>> members() const;

    [[nodiscard]] std::string text() const;
    // The last bits of a sum may lie outside; they are cut off.
    [[nodiscard]] double number(double least, double most) const;
    [[nodiscard]] int whole(int least, int most) const;
    [[nodiscard]] bool yes() const;
    // Seconds.
    [[nodiscard]] std::int64_t moment() const;
    [[nodiscard]] bool is_yes_or_no() const;
    [[nodiscard]] bool is_text() const;

    // Of an object; empty or nothing where it is not there.
    [[nodiscard]] std::string text_at(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> texts_at(std::string_view key) const;

    [[noreturn]] void wrong(std::string_view what) const;

private:
    friend class JsonDocument;
    JsonNode(JsonDocument& document, std::size_t place, std::string path);
    JsonDocument* document_;
    std::size_t place_;
    std::string path_;
};

class JsonDocument {
public:
    // Throws WrongJson. Not deeper than `most_depth`.
    JsonDocument(std::string_view text, std::size_t most_depth);
    ~JsonDocument();
    JsonDocument(const JsonDocument&) = delete;
    JsonDocument& operator=(const JsonDocument&) = delete;
    JsonDocument(JsonDocument&&) = delete;
    JsonDocument& operator=(JsonDocument&&) = delete;

    [[nodiscard]] JsonNode root();

private:
    friend class JsonNode;
    struct Parsed;
    std::unique_ptr<Parsed> parsed_;
};

}  // namespace colonnade::cli
