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

void put_scalar(void* buffer, std::size_t index, const Cell& value) {
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

FlatColumn::FlatColumn(std::int32_t kind, const std::vector<Cell>& cells) {
    raw_.size = sizeof raw_;
    raw_.kind = kind;
    raw_.length = static_cast<std::int64_t>(cells.size());
    add_validity(cells);
    if (kind == COLONNADE_CATEGORY) add_names();
    if (kind == COLONNADE_TEXT) {
        add_texts(cells);
    } else if (kind != COLONNADE_LIST) {
        add_scalars(cells);
    }
}

void* FlatColumn::add_buffer(std::size_t bytes) {
    return buffers_.emplace_back(bytes).data();
}

// Without unknown values there is no bitmap, as in a host that saves the work.
void FlatColumn::add_validity(const std::vector<Cell>& cells) {
    auto* bits = static_cast<std::uint8_t*>(add_buffer(cells.size() / 8 + 1));
    std::memset(bits, 0, cells.size() / 8 + 1);
    bool all_known = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        all_known = all_known && cells[i].known();
        if (cells[i].known()) bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | 1U << i % 8);
    }
    raw_.validity = all_known ? nullptr : bits;
}

void FlatColumn::add_scalars(const std::vector<Cell>& cells) {
    void* buffer = add_buffer(cells.size() * width_of(raw_.kind));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        put_scalar(buffer, i, cells[i]);
    }
    raw_.data = buffer;
}

void FlatColumn::add_texts(const std::vector<Cell>& cells) {
    std::string bytes;
    auto* offsets = static_cast<std::int32_t*>(add_buffer((cells.size() + 1) * 4));
    offsets[0] = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (const auto* text = std::get_if<std::string>(&cells[i].held)) bytes += *text;
        offsets[i + 1] = static_cast<std::int32_t>(bytes.size());
    }
    void* data = add_buffer(bytes.size());
    std::memcpy(data, bytes.data(), bytes.size());
    raw_.data = data;
    raw_.offsets = offsets;
}

void FlatColumn::add_names() {
    constexpr auto Count = std::size(PostKinds);
    auto* names = static_cast<colonnade_text*>(add_buffer(Count * sizeof(colonnade_text)));
    for (std::size_t i = 0; i < Count; ++i)
        names[i] = {PostKinds[i].data(), PostKinds[i].size()};
    raw_.names = names;
    raw_.name_count = static_cast<std::int32_t>(Count);
}

Column::Column(const colonnade_parameter& parameter, const std::vector<Value>& values) {
    if (parameter.kind == COLONNADE_WORDS) {
        add_words(values);
        return;
    }
    std::vector<Cell> cells;
    cells.reserve(values.size());
    for (const Value& value : values) {
        // Of a list only whether it is known.
        const auto* cell = std::get_if<Cell>(&value.held);
        cells.push_back(cell != nullptr ? *cell : Cell(true));
    }
    parts_.reserve(1 + static_cast<std::size_t>(parameter.field_count));
    raw_ = parts_.emplace_back(parameter.kind, cells).raw();
    if (parameter.kind == COLONNADE_LIST) add_lists(parameter, values);
}

void Column::add_lists(const colonnade_parameter& parameter, const std::vector<Value>& values) {
    auto* offsets =
        static_cast<std::int32_t*>(buffers_.emplace_back((values.size() + 1) * 4).data());
    offsets[0] = 0;
    Records elements;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (const auto* list = std::get_if<Records>(&values[i].held)) {
            elements.insert(elements.end(), list->begin(), list->end());
        }
        offsets[i + 1] = static_cast<std::int32_t>(elements.size());
    }
    for (std::int32_t field = 0; field < parameter.field_count; ++field) {
        std::vector<Cell> cells;
        cells.reserve(elements.size());
        for (const Record& record : elements) {
            cells.push_back(record.at(static_cast<std::size_t>(field)));
        }
        fields_.push_back(&parts_.emplace_back(parameter.fields[field]->kind, cells).raw());
    }
    record_ = {sizeof record_,
               COLONNADE_RECORD,
               static_cast<std::int64_t>(elements.size()),
               nullptr,
               nullptr,
               nullptr,
               parameter.field_count,
               0,
               fields_.data(),
               nullptr,
               0,
               0};
    raw_.offsets = offsets;
    raw_.child_count = 1;
    raw_.children = &record_pointer_;
}

void Column::add_words(const std::vector<Value>& values) {
    words_ = std::get<WordList>(values.at(0).held);
    auto* words = static_cast<colonnade_word*>(
        buffers_.emplace_back(words_.size() * sizeof(colonnade_word)).data());
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const auto& [group, text] = words_[i];
        words[i] = {{group.data(), group.size()}, {text.data(), text.size()}};
    }
    raw_.size = sizeof raw_;
    raw_.kind = COLONNADE_WORDS;
    raw_.data = words;
    raw_.length = static_cast<std::int64_t>(words_.size());
}

}  // namespace colonnade::tests
