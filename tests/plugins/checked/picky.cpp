// SPDX-License-Identifier: Apache-2.0
// Functions that each fail for one sort of arguments that they should answer.
#include "checked.hpp"

namespace colonnade::tests {
namespace {

using Is = bool (*)(const colonnade_batch&);

template <Is Meant>
std::int32_t unless(void*, const colonnade_batch* batch, colonnade_output* out,
                    colonnade_error* error) {
    if (Meant(*batch)) return fail_with(*error, "not with me");
    set_all(*batch, *out, 1);
    return COLONNADE_OK;
}

template <std::int64_t Rows>
bool has_rows(const colonnade_batch& batch) {
    return batch.rows == Rows;
}

std::int64_t known_values(const colonnade_column& column) {
    std::int64_t known = 0;
    for (std::int64_t i = 0; i < column.length; ++i)
        known += is_known(column, i) ? 1 : 0;
    return known;
}

// Batches of a few rows are so by chance.
bool knows_nothing(const colonnade_batch& batch) {
    return batch.rows == 64 && known_values(*batch.arguments[0]) == 0;
}
bool knows_all(const colonnade_batch& batch) {
    const auto& amounts = *batch.arguments[0];
    return batch.rows == 64 && amounts.validity != nullptr && known_values(amounts) == 64;
}
bool has_no_bits(const colonnade_batch& batch) {
    return batch.arguments[0]->validity == nullptr;
}

std::int64_t elements(const colonnade_batch& batch) {
    return batch.arguments[0]->children[0]->length;
}
bool has_empty_lists(const colonnade_batch& batch) {
    return batch.rows == 64 && elements(batch) == 0 && known_values(*batch.arguments[0]) > 0;
}
bool has_long_list(const colonnade_batch& batch) {
    return elements(batch) >= 1'000'000;
}

std::string_view bytes(const colonnade_column& texts) {
    return {static_cast<const char*>(texts.data),
            static_cast<std::size_t>(texts.offsets[texts.length])};
}
bool has_long_text(const colonnade_batch& batch) {
    return bytes(*batch.arguments[0]).size() > 10'000'000;
}
bool has_nul(const colonnade_batch& batch) {
    return bytes(*batch.arguments[0]).find('\0') != std::string_view::npos;
}
bool has_joined_letters(const colonnade_batch& batch) {
    return bytes(*batch.arguments[0]).find("\u200D") != std::string_view::npos;
}

template <class Stored, class Wanted>
bool any_is(const colonnade_batch& batch, Wanted wanted) {
    const auto& column = *batch.arguments[0];
    for (std::int64_t i = 0; i < column.length; ++i) {
        if (is_known(column, i) && wanted(static_cast<const Stored*>(column.data)[i])) return true;
    }
    return false;
}
bool has_first_moment(const colonnade_batch& batch) {
    return any_is<std::int64_t>(
        batch, [](std::int64_t at) { return at == std::numeric_limits<std::int64_t>::min(); });
}
bool has_negative(const colonnade_batch& batch) {
    return any_is<double>(batch, [](double amount) { return amount < 0; });
}

bool has_no_words(const colonnade_batch& batch) {
    return batch.rows == 64 && batch.arguments[0]->length == 0;
}
bool has_many_words(const colonnade_batch& batch) {
    return batch.arguments[0]->length > 1'000;
}
bool has_many_arguments(const colonnade_batch& batch) {
    return batch.argument_count > 8;
}

constexpr auto At = value("at", COLONNADE_TIME);
constexpr auto Text = value("text", COLONNADE_TEXT);
constexpr auto Words = value("words", COLONNADE_WORDS);
constexpr auto Amounts = value("amounts", COLONNADE_NUMBER, COLONNADE_REPEATED);
constexpr const colonnade_parameter* Fields[] = {&At};
constexpr auto Items = list("items", Fields);
constexpr const colonnade_parameter* TakesItems[] = {&Items};
constexpr const colonnade_parameter* TakesText[] = {&Text};
constexpr const colonnade_parameter* TakesMoment[] = {&At};
constexpr const colonnade_parameter* TakesWords[] = {&Words};
constexpr const colonnade_parameter* TakesAmounts[] = {&Amounts};

constexpr TestFunction Functions[] = {
    counts("cannot_be_made", nullptr, TakesAmount),
    counts("not_no_rows", unless<has_rows<0>>, TakesAmount),
    counts("not_one_row", unless<has_rows<1>>, TakesAmount),
    counts("not_65_rows", unless<has_rows<65>>, TakesAmount),
    counts("not_most_rows", unless<has_rows<65'536>>, TakesAmount),
    counts("not_17_rows", unless<has_rows<17>>, TakesAmount),
    counts("not_all_unknown", unless<knows_nothing>, TakesAmount),
    counts("not_all_known", unless<knows_all>, TakesAmount),
    counts("not_without_bits", unless<has_no_bits>, TakesAmount),
    counts("not_empty_lists", unless<has_empty_lists>, TakesItems),
    counts("not_long_lists", unless<has_long_list>, TakesItems),
    counts("not_long_texts", unless<has_long_text>, TakesText),
    counts("not_nul", unless<has_nul>, TakesText),
    counts("not_joined_letters", unless<has_joined_letters>, TakesText),
    counts("not_first_moment", unless<has_first_moment>, TakesMoment),
    counts("not_negative", unless<has_negative>, TakesAmount),
    counts("not_without_words", unless<has_no_words>, TakesWords),
    counts("not_many_words", unless<has_many_words>, TakesWords),
    counts("not_many_arguments", unless<has_many_arguments>, TakesAmounts),
};

}  // namespace
}  // namespace colonnade::tests

CHECKED_ENTRY("picky", start, end, colonnade::tests::Offer<colonnade::tests::Functions>::get)
