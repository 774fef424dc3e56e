// SPDX-License-Identifier: Apache-2.0
// The keys of one kind of object, found by guessing: what came behind a key the last time is
// likely to come again.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "dsl/types/catalogue.hpp"
#include "engine/column/column.hpp"
#include "engine/read/known_words.hpp"
#include "engine/read/plain_value.hpp"

namespace colonnade::engine {

// What is done with the value of a key.
enum class KeyUse {
    YesNo,
    Number,
    Literal,  // `3 days`
    Category,
    Moment,
    Text,
    // Those above are one value of a column each.
    List,
    Joined,  // a moment; no list reaches back further
    Version,
    Id,
    AsOf,
    Coverage,
    Stated,
    Check,  // not needed, but it stands there once at most
    Skip,   // no fact
    Never,  // left to ProfileReader
};

struct Key {
    // What stood before its value the last time, from the end of the value before it on, as in
    // `, "name": `; at first as it is written without blanks.
    ShortText lead;
    std::size_t lead_size = 0;
    Key* next = nullptr;       // the one that came behind it the last time
    std::uint64_t object = 0;  // the last one that had it
    KeyUse use = KeyUse::Skip;
    int index = -1;            // of the fact or field
    Column* column = nullptr;  // of a needed fact or field
    dsl::Bounds bounds = {};
    bool is_bounded = false;
    dsl::Kind kind = dsl::Kind::Error;
    std::uint64_t null_in = 0;  // the last object that had it without a value
    std::unique_ptr<const KnownWords> words = {};
    ShortText text = ShortText();  // `"name":`
    std::size_t size = 0;          // of the text
    std::string name = {};
};

class KnownKeys {
public:
    // `may_skip` tells of a key that was never added whether its values can be read over.
    explicit KnownKeys(std::function<bool(std::string_view)> may_skip);
    KnownKeys(const KnownKeys&) = delete;
    KnownKeys& operator=(const KnownKeys&) = delete;

    // The key stays where it is.
    Key& add(std::string_view name, KeyUse use, int index = -1);
    [[nodiscard]] Key* find(std::string_view name) const;

    // Of the object that begins at a place, `value(key, at, object)` reads each value; `object` is
    // the number of this one.
    template <class Value>
    [[nodiscard]] const char* read_object(const char* at, const Value& value);
    // Whether the object read last had the key with a value.
    [[nodiscard]] bool had(const Key& key) const {
        return key.object == object_ && key.null_in != object_;
    }

    [[nodiscard]] std::deque<Key>& all() { return keys_; }
    [[nodiscard]] const std::deque<Key>& all() const { return keys_; }

private:
    // Where the guess is wrong: the next key of an object, none at its end. Gives the place behind
    // what was read.
    [[nodiscard]] const char* find_next(const char* at, Key*& key);
    [[nodiscard]] const char* look_up(const char* at, Key*& key);
    [[nodiscard]] Key* find_or_learn(std::string_view name, const Key* before);
    Key& make(std::string_view name, KeyUse use);

    std::function<bool(std::string_view)> may_skip_;
    std::deque<Key> keys_;
    std::unordered_map<std::string_view, Key*> by_name_;
    Key start_;  // stands before the first key
    std::uint64_t object_ = 0;
};

template <class Value>
const char* KnownKeys::read_object(const char* at, const Value& value) {
    if (*at != '{') return nullptr;
    const auto object = ++object_;
    for (Key* key = &start_;;) {
        Key* guess = key->next;
        if (guess->lead.stands_at(at)) {
            key = guess;
            at = skip_blanks(at + guess->lead_size);
        } else {
            at = find_next(at, key);
            if (at == nullptr || key == nullptr) return at;
        }
        if (key->object == object && key->use != KeyUse::Skip) return nullptr;
        key->object = object;
        at = value(*key, at, object);
        if (at == nullptr) return nullptr;
    }
}

}  // namespace colonnade::engine
