// SPDX-License-Identifier: Apache-2.0
#include "engine/read/quick_reader.hpp"

#include <algorithm>

#include "dsl/types/moment.hpp"
#include "engine/column/store_text.hpp"
#include "engine/read/plain_moment.hpp"
#include "engine/read/plain_number.hpp"
#include "engine/read/text_values.hpp"
#include "engine/read/wide.hpp"

namespace colonnade::engine {
namespace {

// Of values that are finite.
bool is_between(double value, const dsl::Bounds& bounds) {
    return value >= bounds.min && value <= bounds.max;
}

// Hardly a field of moments has any.
bool is_between(std::int64_t seconds, const Key& key) {
    return !key.is_bounded || is_between(static_cast<double>(seconds), key.bounds);
}

}  // namespace

void QuickReader::open(BatchBuilder& builder) {
    builder_ = &builder;
    for (auto& fact : keys_.all()) {
        if (fact.index < 0) continue;
        fact.column = &builder.column(fact.index);
        for (auto& field : fields_[static_cast<std::size_t>(fact.index)].all()) {
            if (field.index >= 0) field.column = &builder.column(fact.index, field.index);
        }
    }
}

std::optional<QuickRow> QuickReader::read(const char* line) {
    id_.reset();
    document_as_of_.reset();
    scalars_set_ = 0;
    const auto* end = keys_.read_object(skip_blanks(line),
                                        [this](Key& key, const char* at, std::uint64_t object) {
                                            return value(key, at, object, scalars_set_);
                                        });
    const auto as_of = as_of_ ? as_of_ : document_as_of_;
    if (end == nullptr || !as_of) return std::nullopt;
    end = skip_blanks(end);
    if (*end != '\n') return std::nullopt;
    mark_scalars();
    return QuickRow{end, id_, *as_of};
}

void QuickReader::mark_scalars() {
    if (scalars_set_ == builder_->needed_scalars()) return builder_->mark_all_scalars_set();
    for (const auto& key : keys_.all()) {
        const bool is_scalar = key.use <= KeyUse::Text || key.use == KeyUse::Joined;
        if (is_scalar && builder_->is_needed(key.index) && keys_.had(key))
            builder_->mark_set(key.index);
    }
}

void QuickReader::mark_fields(int fact) {
    if (fields_set_ == builder_->needed_fields(fact)) return builder_->mark_all_fields_set(fact);
    const auto& keys = fields_[static_cast<std::size_t>(fact)];
    for (const auto& key : keys.all()) {
        if (key.use <= KeyUse::Text && keys.had(key)) builder_->mark_field_set(key.index);
    }
}

template <class Vectors>
[[gnu::always_inline]] inline const char* QuickReader::text(const char* at, Column& column) {
    if (*at != '"') return nullptr;
    const char* begin = at + 1;
    const auto store = [&](const char* quote) {
        store_padded_text(column, {begin, static_cast<std::size_t>(quote - begin)});
        return quote + 1;
    };
    if (const char* quote = find_near_quote<Vectors>(begin)) return store(quote);
    const char* mark = find_mark(begin);
    if (*mark == '"') return store(mark);
    const char* end = read_escaped(begin, mark, unescaped_);
    if (end != nullptr) column.store_text(unescaped_);
    return end;
}

// Most of what nobody needs are texts.
template <class Vectors>
[[gnu::always_inline]] inline const char* QuickReader::skip(const char* at) {
    const char* quote = *at == '"' ? find_near_quote<Vectors>(at + 1) : nullptr;
    return quote != nullptr ? quote + 1 : skip_value(at, unescaped_);
}

// The values that there are thousands of, one of a column each; inlined, since a call for each
// would take as long as they. What is written in any other way is left alone. A few tests that are
// guessed right, the likeliest first, take less than a table of where to go on.
template <class Vectors, bool Skips>
[[gnu::always_inline]] inline const char* QuickReader::usual_value(const Key& key, const char* at) {
    if (key.use == KeyUse::Moment) {
        const auto moment = read_moment<Vectors>(at);
        if (moment.end == nullptr || !is_between(moment.seconds, key)) return nullptr;
        key.column->moments.push_back(moment.seconds * MicrosPerSecond);
        return moment.end;
    }
    if (key.use == KeyUse::Category) {
        const auto word = key.words->template read<Vectors>(at);
        if (word.end != nullptr) key.column->categories.push_back(word.index);
        return word.end;
    }
    if (key.use == KeyUse::Text) return text<Vectors>(at, *key.column);
    if (key.use == KeyUse::YesNo) {
        bool yes = false;
        const auto* end = read_yes_no(at, yes);
        if (end != nullptr) key.column->flags.push_back(yes ? 1 : 0);
        return end;
    }
    if (key.use == KeyUse::Number) {
        double number = 0;
        const auto* end = read_number(at, number);
        if (end == nullptr || !is_between(number, key.bounds)) return nullptr;
        key.column->numbers.push_back(number);
        return end;
    }
    const bool is_skipped = Skips && (key.use == KeyUse::Check || key.use == KeyUse::Skip);
    return is_skipped ? skip<Vectors>(at) : nullptr;
}

[[gnu::always_inline]] inline const char* QuickReader::value(Key& key, const char* at,
                                                             std::uint64_t object,
                                                             std::size_t& set) {
    const auto* end = usual_value<Narrow, false>(key, at);
    if (end == nullptr) return odd_value(key, at, object, set);
    ++set;
    return end;
}

const char* QuickReader::odd_value(Key& key, const char* at, std::uint64_t object,
                                   std::size_t& set) {
    if (*at == 'n' && key.use != KeyUse::Version && key.use != KeyUse::AsOf) {
        key.null_in = object;
        return key.use == KeyUse::Never ? nullptr : skip_null(at);
    }
    switch (key.use) {
        case KeyUse::Number:
        case KeyUse::Literal:
            ++set;
            return literal(key, at);
        case KeyUse::Joined:
            return joined(key, at, set);
        case KeyUse::List:
            return list(key, at);
        case KeyUse::Check:
        case KeyUse::Skip:
            return skip_value(at, unescaped_);
        default:
            return head(key, at);
    }
}

const char* QuickReader::literal(const Key& key, const char* at) {
    std::string_view text;
    at = read_text(at, unescaped_, text);
    const auto amount = at == nullptr ? std::nullopt : read_literal(text, key.kind);
    if (!amount || !is_within(*amount, key.bounds)) return nullptr;
    key.column->numbers.push_back(*amount);
    return at;
}

const char* QuickReader::joined(const Key& key, const char* at, std::size_t& set) {
    const auto moment = read_moment(at);
    const auto seconds = static_cast<double>(moment.seconds);
    builder_->set_joined(seconds);
    if (!builder_->is_needed(key.index)) return moment.end;
    key.column->moments.push_back(moment.seconds * MicrosPerSecond);
    ++set;
    return is_between(seconds, key.bounds) ? moment.end : nullptr;
}

// From the first value of an element on, up to the end of its last one. Stores what it can, even
// where it gives up.
template <class Vectors>
[[gnu::always_inline]] inline const char* QuickReader::values_like_last(const Form& form,
                                                                        const char* at) {
    const auto last = form.keys.end();
    for (auto key = form.keys.begin();;) {
        at = usual_value<Vectors, true>(**key, at);
        if (at == nullptr || ++key == last) return at;
        if (!(*key)->lead.template surely_stands_at<Vectors>(at)) return nullptr;
        at += (*key)->lead_size;
    }
}

// Where the first value of the next element stands, behind one that ends at a place; nullptr where
// none begins like this one. What stands in between is likely to come again.
const char* QuickReader::learn_joint(Form& form, const char* end) {
    const auto& first = *form.keys.front();
    if (end[1] != ',') return nullptr;
    const char* next = skip_blanks(end + 2);
    if (!first.lead.stands_at(next)) return nullptr;
    next += first.lead_size;
    form.joint_size = static_cast<std::size_t>(next - end);
    form.joint = ShortText({end, form.joint_size});
    return next;
}

// As many as look like the last one, or up to one that does not.
template <class Vectors>
[[gnu::always_inline]] inline const char* QuickReader::elements(int fact, const char* at) {
    auto& form = forms_[static_cast<std::size_t>(fact)];
    if (form.keys.empty()) return element(fact, at);
    const auto lead_size = form.keys.front()->lead_size;
    if (!form.keys.front()->lead.stands_at(at)) return element(fact, at);
    at += lead_size;
    for (std::int32_t count = 0;;) {
        const char* end = values_like_last<Vectors>(form, at);
        if (end != nullptr && form.joint.template stands_at<Vectors>(end)) {
            ++count;
            at = end + form.joint_size;
            continue;
        }
        const bool is_whole = end != nullptr && *end == '}';
        const char* next = is_whole ? learn_joint(form, end) : nullptr;
        if (is_whole) ++count;
        if (next == nullptr) {
            builder_->end_whole_elements(fact, count);
            return is_whole ? end + 1 : element(fact, at - lead_size);
        }
        at = next;
    }
}

const char* QuickReader::elements_narrow(int fact, const char* at) {
    return elements<Narrow>(fact, at);
}

COLONNADE_AVX2 const char* QuickReader::elements_wide(int fact, const char* at) {
    return elements<Wide>(fact, at);
}

const char* QuickReader::list(const Key& key, const char* at) {
    if (*at != '[') return nullptr;
    const int fact = key.index;
    builder_->begin_list(fact);
    return read_items(at, ']', [&](const char* item) {
        return is_wide_ ? elements_wide(fact, item) : elements_narrow(fact, item);
    });
}

const char* QuickReader::element(int fact, const char* at) {
    auto& keys = fields_[static_cast<std::size_t>(fact)];
    auto& form = forms_[static_cast<std::size_t>(fact)];
    if (!form.keys.empty()) builder_->abandon_element(fact);
    form.keys.clear();
    form.joint = ShortText();
    builder_->begin_element(fact);
    fields_set_ = 0;
    at = keys.read_object(at, [&](Key& field, const char* value_at, std::uint64_t object) {
        form.keys.push_back(&field);
        return value(field, value_at, object, fields_set_);
    });
    const auto is_short = [](const Key* field) { return field->lead.stands_somewhere(); };
    const bool is_whole = fields_set_ == builder_->needed_fields(fact);
    if (at == nullptr || !is_whole || !std::all_of(form.keys.begin(), form.keys.end(), is_short))
        form.keys.clear();
    if (at == nullptr) return at;
    mark_fields(fact);
    builder_->end_element(fact);
    return at;
}

// What a document says besides facts.
const char* QuickReader::head(const Key& key, const char* at) {
    switch (key.use) {
        case KeyUse::Version:
            return *at == '1' ? at + 1 : nullptr;
        case KeyUse::Id:
            return id(at);
        case KeyUse::AsOf:
            return as_of(at);
        case KeyUse::Coverage:
            return coverage(at);
        case KeyUse::Stated:
            return stated(at);
        default:
            return nullptr;
    }
}

const char* QuickReader::id(const char* at) {
    std::string_view text;
    at = read_text(at, id_unescaped_, text);
    id_ = text;
    return at;
}

const char* QuickReader::as_of(const char* at) {
    const auto moment = read_moment(at);
    // A bare date is the end of its day.
    const bool bare = moment.end == at + DateBytes;
    document_as_of_ = moment.seconds + (bare ? dsl::SecondsPerDay - 1 : 0);
    return moment.end;
}

const char* QuickReader::coverage(const char* at) {
    return covered_.read_object(at, [this](const Key& key, const char* value_at, std::uint64_t) {
        if (key.use == KeyUse::Skip) return skip_value(value_at, unescaped_);
        const auto moment = read_moment(value_at);
        builder_->set_covered_from(key.index, static_cast<double>(moment.seconds));
        return moment.end;
    });
}

const char* QuickReader::stated(const char* at) {
    if (*at != '[') return nullptr;
    return read_items(at, ']', [this](const char* item) {
        std::string_view name;
        item = read_text(item, unescaped_, name);
        const auto* key = item == nullptr ? nullptr : covered_.find(name);
        if (key != nullptr && key->index >= 0) builder_->mark_stated(key->index);
        return item;
    });
}

}  // namespace colonnade::engine
