// SPDX-License-Identifier: Apache-2.0
#include "engine/read/known_keys.hpp"

namespace colonnade::engine {

KnownKeys::KnownKeys(std::function<bool(std::string_view)> may_skip)
    : may_skip_(std::move(may_skip)) {
    start_.next = &start_;
}

Key& KnownKeys::make(std::string_view name, KeyUse use) {
    auto& key = keys_.emplace_back();
    key.name = name;
    const auto text = '"' + key.name + "\":";
    key.text = ShortText(text);
    key.size = text.size();
    key.lead = ShortText(',' + text);
    key.lead_size = text.size() + 1;
    key.use = use;
    by_name_.emplace(key.name, &key);
    return key;
}

// Guessed at first: the order of adding, and behind the last key the first.
Key& KnownKeys::add(std::string_view name, KeyUse use, int index) {
    auto& last = keys_.empty() ? start_ : keys_.back();
    auto& key = make(name, use);
    key.index = index;
    key.next = &keys_.front();
    last.next = &key;
    return key;
}

Key* KnownKeys::find(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : found->second;
}

const char* KnownKeys::find_next(const char* at, Key*& key) {
    const char* begin = at;
    const bool is_first = key == &start_;
    at = skip_blanks(at);
    const bool is_end = !is_first && *at == '}';
    if (!is_end && *at != (is_first ? '{' : ',')) return nullptr;
    if (!is_end) at = skip_blanks(at + 1);
    if (is_end || (is_first && *at == '}')) {
        key = nullptr;
        return at + 1;
    }
    at = look_up(at, key);
    if (at == nullptr) return nullptr;
    at = skip_blanks(at);
    key->lead_size = static_cast<std::size_t>(at - begin);
    key->lead = ShortText({begin, key->lead_size});
    return at;
}

// The key at a place, and its colon. Optional keys come and go: where one does not come, the one
// after it is a good guess.
const char* KnownKeys::look_up(const char* at, Key*& key) {
    for (Key* guess : {key->next, key->next->next}) {
        if (!guess->text.stands_at(at)) continue;
        key = guess;
        return at + guess->size;
    }
    if (*at != '"') return nullptr;
    const char* mark = find_mark(at + 1);
    if (*mark != '"') return nullptr;
    const char* colon = skip_blanks(mark + 1);
    const std::string_view name(at + 1, static_cast<std::size_t>(mark - at - 1));
    auto* found = *colon == ':' ? find_or_learn(name, key) : nullptr;
    if (found == nullptr) return nullptr;
    key->next = found;
    key = found;
    return colon + 1;
}

Key* KnownKeys::find_or_learn(std::string_view name, const Key* before) {
    if (auto* found = find(name)) return found;
    if (!may_skip_(name)) return nullptr;
    auto& learned = make(name, KeyUse::Skip);
    learned.next = before->next;
    return &learned;
}

}  // namespace colonnade::engine
