// SPDX-License-Identifier: Apache-2.0
// Appends JSON to a text, commas and escapes included. No tree is built: the document of a large
// archive is written in one pass. Texts must be valid UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace colonnade::text {

class JsonWriter {
public:
    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }

    void key(std::string_view name) {
        text(name);
        out_ += ':';
        needs_comma_ = false;
    }

    void text(std::string_view value);
    void number(std::int64_t value);
    void yes_no(bool value) { literal(value ? "true" : "false"); }

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void open(char bracket) {
        separate();
        out_ += bracket;
        needs_comma_ = false;
    }

    void close(char bracket) {
        out_ += bracket;
        needs_comma_ = true;
    }

    void literal(std::string_view value) {
        separate();
        out_ += value;
        needs_comma_ = true;
    }

    void separate() {
        if (needs_comma_) out_ += ',';
    }

    void escaped(char c);

    std::string out_;
    bool needs_comma_ = false;
};

}  // namespace colonnade::text
