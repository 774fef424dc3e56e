// SPDX-License-Identifier: Apache-2.0
// Columns as plugin.h lays them out.
#include "tests/unit/plugins/values.hpp"

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <new>
#include <stdexcept>

namespace colonnade::tests {
namespace {

template <class Stored>
void put(void* buffer, std::size_t index, Stored value) {
    static_cast<Stored*>(buffer)[index] = value;
}

std::size_t width_of(std::int32_t kind) {
    if (kind == COLONNADE_YES_NO) return 1;
    return kind == COLONNADE_CATEGORY ? 4 : 8;
}

void put_scalar(void* buffer, std::size_t index, const Value& value) {
    if (const auto* number = std::get_if<double>(&value.held)) put(buffer, index, *number);
    if (const auto* time = std::get_if<Time>(&value.held)) put(buffer, index, time->microseconds);
    if (const auto* yes = std::get_if<bool>(&value.held)) {
        put(buffer, index, static_cast<std::uint8_t>(*yes));
    }
    if (const auto* category = std::get_if<Category>(&value.held)) {
        put(buffer, index, category->index);
    }
}

int number_in(std::string_view text, std::size_t first, std::size_t size) {
    return std::stoi(std::string(text.substr(first, size)));
}

}  // namespace

Time at(std::string_view text) {
    using namespace std::chrono;
    const year_month_day date{year{number_in(text, 0, 4)},
                              month{static_cast<unsigned>(number_in(text, 5, 2))},
                              day{static_cast<unsigned>(number_in(text, 8, 2))}};
    if (!date.ok()) throw std::invalid_argument("no such day: " + std::string(text));
    std::int64_t seconds = std::int64_t{sys_days{date}.time_since_epoch().count()} * 86'400;
    if (text.size() > 10) {
        seconds += number_in(text, 11, 2) * 3600 + number_in(text, 14, 2) * 60;
        seconds += number_in(text, 17, 2);
    }
    return {seconds * 1'000'000};
}

Buffer::Buffer(std::size_t bytes) {
    const std::size_t whole = (bytes / 64 + 1) * 64;
    void* memory = std::aligned_alloc(64, whole);
    if (memory == nullptr) throw std::bad_alloc();
    std::memset(memory, 0x5A, whole);
    memory_.reset(memory);
}

void Buffer::Free::operator()(void* memory) const {
    std::free(memory);
}

Column::Column(const colonnade_parameter& parameter, const std::vector<Value>& values) {
    raw_.size = sizeof raw_;
    raw_.kind = parameter.kind;
    raw_.length = static_cast<std::int64_t>(values.size());
    if (parameter.kind == COLONNADE_WORDS) {
        add_words(values);
        return;
    }
    add_validity(values);
    if (parameter.kind == COLONNADE_TEXT) {
        add_texts(values);
    } else if (parameter.kind == COLONNADE_LIST) {
        add_lists(parameter, values);
    } else {
        add_scalars(values);
    }
}

void* Column::add_buffer(std::size_t bytes) {
    return buffers_.emplace_back(bytes).data();
}

// Without unknown values there is no bitmap, as in a host that saves the work.
void Column::add_validity(const std::vector<Value>& values) {
    auto* bits = static_cast<std::uint8_t*>(add_buffer(values.size() / 8 + 1));
    std::memset(bits, 0, values.size() / 8 + 1);
    bool all_known = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
        all_known = all_known && values[i].known();
        if (values[i].known()) bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | 1U << i % 8);
    }
    raw_.validity = all_known ? nullptr : bits;
}

void Column::add_scalars(const std::vector<Value>& values) {
    void* buffer = add_buffer(values.size() * width_of(raw_.kind));
    for (std::size_t i = 0; i < values.size(); ++i) {
        put_scalar(buffer, i, values[i]);
    }
    raw_.data = buffer;
}

void Column::add_texts(const std::vector<Value>& values) {
    std::string bytes;
    auto* offsets = static_cast<std::int32_t*>(add_buffer((values.size() + 1) * 4));
    offsets[0] = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (const auto* text = std::get_if<std::string>(&values[i].held)) bytes += *text;
        offsets[i + 1] = static_cast<std::int32_t>(bytes.size());
    }
    void* data = add_buffer(bytes.size());
    std::memcpy(data, bytes.data(), bytes.size());
    raw_.data = data;
    raw_.offsets = offsets;
}

void Column::add_lists(const colonnade_parameter& parameter, const std::vector<Value>& values) {
    const auto count = static_cast<std::size_t>(parameter.field_count);
    std::vector<std::vector<Value>> fields(count);
    auto* offsets = static_cast<std::int32_t*>(add_buffer((values.size() + 1) * 4));
    offsets[0] = 0;
    std::int32_t elements = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (const auto* list = std::get_if<Records>(&values[i].held)) {
            for (const Row& record : *list) {
                for (std::size_t field = 0; field < count; ++field)
                    fields[field].push_back(record.at(field));
                ++elements;
            }
        }
        offsets[i + 1] = elements;
    }
    for (std::size_t field = 0; field < count; ++field) {
        fields_.push_back(std::make_unique<Column>(*parameter.fields[field], fields[field]));
        field_pointers_.push_back(fields_.back()->raw());
    }
    record_ = {sizeof record_,
               COLONNADE_RECORD,
               elements,
               nullptr,
               nullptr,
               nullptr,
               parameter.field_count,
               0,
               field_pointers_.data()};
    raw_.offsets = offsets;
    raw_.child_count = 1;
    raw_.children = &record_pointer_;
}

void Column::add_words(const std::vector<Value>& values) {
    words_ = std::get<WordList>(values.at(0).held);
    auto* words = static_cast<colonnade_word*>(add_buffer(words_.size() * sizeof(colonnade_word)));
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const auto& [group, text] = words_[i];
        words[i] = {{group.data(), group.size()}, {text.data(), text.size()}};
    }
    raw_.data = words;
    raw_.length = static_cast<std::int64_t>(words_.size());
}

}  // namespace colonnade::tests
