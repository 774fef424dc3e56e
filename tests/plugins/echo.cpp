// SPDX-License-Identifier: Apache-2.0
// Gives back what it was handed, so that a test sees the boundary from the other side.
#include "functions.hpp"

namespace colonnade::tests {
namespace {

constexpr auto Amount = value("amount", COLONNADE_NUMBER);
constexpr auto Weight = value("weight", COLONNADE_NUMBER, COLONNADE_NULLABLE);
constexpr auto Moment = value("moment", COLONNADE_TIME);
constexpr auto Flag = value("flag", COLONNADE_YES_NO);
constexpr auto Choice = value("choice", COLONNADE_CATEGORY);
constexpr auto Words = value("words", COLONNADE_WORDS);
constexpr auto Text = value("text", COLONNADE_TEXT);
constexpr auto MaybeText = value("text", COLONNADE_TEXT, COLONNADE_NULLABLE);
constexpr auto At = value("at", COLONNADE_TIME);

constexpr const colonnade_parameter* ItemFields[] = {&Weight, &Amount, &MaybeText};
constexpr auto Items = list("items", ItemFields);
constexpr const colonnade_parameter* ChoiceFields[] = {&Choice};
constexpr auto Choices = list("choices", ChoiceFields);
constexpr const colonnade_parameter* EventFields[] = {&At};
constexpr auto Events = list("events", EventFields, COLONNADE_REPEATED | COLONNADE_NULLABLE);

constexpr const colonnade_parameter* TakesAmount[] = {&Amount};
constexpr const colonnade_parameter* TakesMoment[] = {&Moment};
constexpr const colonnade_parameter* TakesFlag[] = {&Flag};
constexpr const colonnade_parameter* TakesChoice[] = {&Choice};
constexpr const colonnade_parameter* TakesWords[] = {&Words};
constexpr const colonnade_parameter* TakesText[] = {&Text};
constexpr const colonnade_parameter* TakesUnknown[] = {&MaybeText, &Weight};
constexpr const colonnade_parameter* TakesItems[] = {&Items};
constexpr const colonnade_parameter* TakesChoices[] = {&Choices};
constexpr const colonnade_parameter* TakesEvents[] = {&Events};

template <class Stored>
std::int32_t back(void*, const colonnade_batch* batch, colonnade_output* out, colonnade_error*) {
    const auto* values = static_cast<const Stored*>(batch->arguments[0]->data);
    for (std::int64_t row = 0; row < batch->rows; ++row)
        set(*out, row, values[row]);
    return COLONNADE_OK;
}

std::int32_t as_of(void*, const colonnade_batch* batch, colonnade_output* out, colonnade_error*) {
    for (std::int64_t row = 0; row < batch->rows; ++row)
        set(*out, row, batch->as_of[row]);
    return COLONNADE_OK;
}

std::int32_t nothing(void*, const colonnade_batch*, colonnade_output*, colonnade_error*) {
    return COLONNADE_OK;
}

std::int32_t unknowns(void*, const colonnade_batch* batch, colonnade_output* out,
                      colonnade_error*) {
    for (std::int64_t row = 0; row < batch->rows; ++row) {
        double count = 0;
        for (std::int32_t i = 0; i < batch->argument_count; ++i)
            count += is_known(*batch->arguments[i], row) ? 0 : 1;
        set(*out, row, count);
    }
    return COLONNADE_OK;
}

// Thousands for the bytes of groups, ones for those of words.
std::int32_t word_bytes(void*, const colonnade_batch* batch, colonnade_output* out,
                        colonnade_error*) {
    const auto& column = *batch->arguments[0];
    const auto* words = static_cast<const colonnade_word*>(column.data);
    double bytes = 0;
    for (std::int64_t i = 0; i < column.length; ++i)
        bytes += 1000 * static_cast<double>(words[i].group.size) +
                 static_cast<double>(words[i].text.size);
    for (std::int64_t row = 0; row < batch->rows; ++row)
        set(*out, row, bytes);
    return COLONNADE_OK;
}

// The sum of all bytes' values, so that a shifted text is seen.
double byte_sum(const colonnade_column& texts, std::int64_t i) {
    double sum = 0;
    for (auto at = texts.offsets[i]; at < texts.offsets[i + 1]; ++at)
        sum += static_cast<const unsigned char*>(texts.data)[at];
    return sum;
}

std::int32_t text_sum(void*, const colonnade_batch* batch, colonnade_output* out,
                      colonnade_error*) {
    for (std::int64_t row = 0; row < batch->rows; ++row)
        set(*out, row, byte_sum(*batch->arguments[0], row));
    return COLONNADE_OK;
}

// Amount times weight (1 where unknown), and the bytes of the known texts, over each row's items.
std::int32_t item_sum(void*, const colonnade_batch* batch, colonnade_output* out,
                      colonnade_error*) {
    const auto& items = *batch->arguments[0];
    const auto& record = *items.children[0];
    const auto& weights = *record.children[0];
    const auto* amounts = static_cast<const double*>(record.children[1]->data);
    for (std::int64_t row = 0; row < batch->rows; ++row) {
        double sum = 0;
        for (auto i = items.offsets[row]; i < items.offsets[row + 1]; ++i) {
            sum += amounts[i] *
                   (is_known(weights, i) ? static_cast<const double*>(weights.data)[i] : 1);
            if (is_known(*record.children[2], i)) sum += byte_sum(*record.children[2], i);
        }
        set(*out, row, sum);
    }
    return COLONNADE_OK;
}

double name_bytes_at(const colonnade_column& column, std::int64_t i) {
    return static_cast<double>(column.names[static_cast<const std::int32_t*>(column.data)[i]].size);
}

std::int32_t name_bytes(void*, const colonnade_batch* batch, colonnade_output* out,
                        colonnade_error*) {
    const auto& column = *batch->arguments[0];
    for (std::int64_t row = 0; row < batch->rows; ++row) {
        if (is_known(column, row)) set(*out, row, name_bytes_at(column, row));
    }
    return COLONNADE_OK;
}

// Over each row's items.
std::int32_t item_name_bytes(void*, const colonnade_batch* batch, colonnade_output* out,
                             colonnade_error*) {
    const auto& items = *batch->arguments[0];
    const auto& choices = *items.children[0]->children[0];
    for (std::int64_t row = 0; row < batch->rows; ++row) {
        double bytes = 0;
        for (auto i = items.offsets[row]; i < items.offsets[row + 1]; ++i)
            bytes += name_bytes_at(choices, i);
        set(*out, row, bytes);
    }
    return COLONNADE_OK;
}

// The latest of all lists' events; unknown where there is none.
std::int32_t latest(void*, const colonnade_batch* batch, colonnade_output* out, colonnade_error*) {
    for (std::int64_t row = 0; row < batch->rows; ++row) {
        auto found = std::numeric_limits<std::int64_t>::min();
        for (std::int32_t a = 0; a < batch->argument_count; ++a) {
            const auto& events = *batch->arguments[a];
            if (!is_known(events, row)) continue;
            const auto* times =
                static_cast<const std::int64_t*>(events.children[0]->children[0]->data);
            for (auto i = events.offsets[row]; i < events.offsets[row + 1]; ++i)
                found = times[i] > found ? times[i] : found;
        }
        if (found != std::numeric_limits<std::int64_t>::min()) set(*out, row, found);
    }
    return COLONNADE_OK;
}

bool is_aligned(const void* buffer) {
    return reinterpret_cast<std::uintptr_t>(buffer) % 64 == 0;
}

// Whether a column and all below it are laid out as the contract says.
// NOLINTNEXTLINE(misc-no-recursion): a list, its record, a field
bool is_sound(const colonnade_column& column) {
    if (column.size != sizeof column || column.reserved != 0) return false;
    for (const void* buffer :
         {static_cast<const void*>(column.validity), column.data,
          static_cast<const void*>(column.offsets), static_cast<const void*>(column.names)}) {
        if (!is_aligned(buffer)) return false;
    }
    const bool has_offsets = column.kind == COLONNADE_TEXT || column.kind == COLONNADE_LIST;
    if (has_offsets != (column.offsets != nullptr)) return false;
    if (has_offsets && column.offsets[0] != 0) return false;
    for (std::int32_t i = 0; i < column.child_count; ++i) {
        const auto& child = *column.children[i];
        const auto length =
            column.kind == COLONNADE_LIST ? column.offsets[column.length] : column.length;
        if (child.length != length || !is_sound(child)) return false;
    }
    return true;
}

std::int32_t sound(void*, const colonnade_batch* batch, colonnade_output* out, colonnade_error*) {
    bool all = batch->size == sizeof *batch && out->size == sizeof *out &&
               out->rows == batch->rows && is_aligned(out->values) && is_aligned(out->known);
    for (std::int32_t i = 0; i < batch->argument_count; ++i)
        all = all && is_sound(*batch->arguments[i]);
    for (std::int64_t row = 0; row < batch->rows; ++row)
        set(*out, row, static_cast<std::uint8_t>(all ? 1 : 0));
    return COLONNADE_OK;
}

constexpr colonnade_localised Red[] = {{text_of("de"), text_of("Rot")},
                                       {text_of("en"), text_of("Red")}};
constexpr colonnade_category_value Colours[] = {
    {text_of("red"), Red, 2}, {text_of("green"), nullptr, 0}, {text_of("blue"), nullptr, 0}};

constexpr TestFunction colour() {
    auto made = function("colour", back<std::int32_t>, TakesChoice, COLONNADE_CATEGORY);
    made.descriptor.category_values = Colours;
    made.descriptor.category_count = 3;
    made.descriptor.flags = COLONNADE_ORDERED;
    made.descriptor.titles = Red;
    made.descriptor.title_count = 2;
    return made;
}

constexpr TestFunction Functions[] = {
    function("number", back<double>, TakesAmount, COLONNADE_NUMBER, -1000, 1000),
    function("time", back<std::int64_t>, TakesMoment, COLONNADE_TIME),
    function("yes", back<std::uint8_t>, TakesFlag, COLONNADE_YES_NO),
    colour(),
    function("as_of", as_of, {}, COLONNADE_TIME),
    function("nothing", nothing, TakesAmount, COLONNADE_SHARE, 0, 1),
    function("unknowns", unknowns, TakesUnknown, COLONNADE_NUMBER),
    function("word_bytes", word_bytes, TakesWords, COLONNADE_NUMBER),
    function("text_sum", text_sum, TakesText, COLONNADE_NUMBER),
    function("item_sum", item_sum, TakesItems, COLONNADE_NUMBER),
    function("name_bytes", name_bytes, TakesChoice, COLONNADE_NUMBER),
    function("item_name_bytes", item_name_bytes, TakesChoices, COLONNADE_NUMBER),
    function("latest", latest, TakesEvents, COLONNADE_TIME),
    function("sound_items", sound, TakesItems, COLONNADE_YES_NO),
    function("sound_text", sound, TakesText, COLONNADE_YES_NO),
};

}  // namespace
}  // namespace colonnade::tests

extern "C" {
const colonnade_plugin colonnade_plugin_entry = {
    sizeof(colonnade_plugin),
    COLONNADE_ABI_MAJOR,
    COLONNADE_ABI_MINOR,
    0,
    TEXT("echo"),
    TEXT("1.0.0"),
    start,
    end,
    colonnade::tests::Offer<colonnade::tests::Functions>::get};
}
