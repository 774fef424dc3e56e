// SPDX-License-Identifier: Apache-2.0
// Descriptors of functions on their way out of a plugin's process. What arrives is built up as the
// contract's structs again, so that it is checked by the reader that checks every plugin.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <vector>

#include "colonnade/plugin.h"
#include "engine/isolate/wire.hpp"

namespace colonnade::engine {

// For descriptors that have been found sound.
void write_descriptor(const colonnade_function_descriptor& descriptor, WireWriter& to);

class ReceivedDescriptors {
public:
    // Of a payload that holds a count and then that many; it must outlive the object.
    explicit ReceivedDescriptors(std::string_view payload);
    ReceivedDescriptors(const ReceivedDescriptors&) = delete;
    ReceivedDescriptors& operator=(const ReceivedDescriptors&) = delete;

    // False where the bytes are no descriptors at all.
    [[nodiscard]] bool is_sound() const { return is_sound_; }
    [[nodiscard]] std::span<const colonnade_function_descriptor* const> descriptors() const {
        return pointers_;
    }

private:
    void read_descriptor(WireReader& from);
    [[nodiscard]] const std::vector<colonnade_localised>& read_texts(WireReader& from);
    [[nodiscard]] const colonnade_parameter* read_parameter(WireReader& from, bool is_field);
    using Parameters = std::vector<const colonnade_parameter*>;
    [[nodiscard]] const Parameters& read_parameters(WireReader& from, bool are_fields);

    // Deques, since the structs point to each other.
    std::deque<std::vector<colonnade_localised>> texts_;
    std::deque<colonnade_parameter> parameters_;
    std::deque<Parameters> parameter_lists_;
    std::deque<std::vector<colonnade_category_value>> values_;
    std::deque<colonnade_function_descriptor> descriptors_;
    std::vector<const colonnade_function_descriptor*> pointers_;
    bool is_sound_ = false;
};

}  // namespace colonnade::engine
