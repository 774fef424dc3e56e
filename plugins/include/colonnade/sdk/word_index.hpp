// SPDX-License-Identifier: Apache-2.0
// A word list made ready for many texts: built once per call, then each text costs about as much as
// reading it. Entries stand in buckets by the first two bytes of their first word.
//
// An entry matches whole words, whatever the case: `vice president`. A `*` at its end stands for
// the rest of the word: `Leiter*`; a `*` as a word of its own for the rest of the phrase:
// `assistant to *`.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "colonnade/sdk/columns.hpp"
#include "colonnade/sdk/guard.hpp"
#include "colonnade/sdk/tokens.hpp"

namespace colonnade::sdk {

class WordIndex {
public:
    struct Match {
        std::size_t entry;  // number of the entry, 0 .. entries()-1
        std::size_t first;  // the words it covers: first .. end-1
        std::size_t end;
    };

    // Throws a Failure at `parameter` for an entry without a letter or digit. Equal entries of one
    // group count as one. Groups borrow from `words`.
    explicit WordIndex(const Words& words, std::int32_t parameter = -1) {
        for (std::int64_t i = 0; i < words.size(); ++i)
            add(words[i], parameter);
        for (std::size_t i = 0; i < entries_.size(); ++i)
            link(i);
    }

    [[nodiscard]] std::size_t entries() const { return entries_.size(); }
    [[nodiscard]] std::string_view group(std::size_t entry) const { return entries_[entry].group; }
    // Written letters: where two entries cover the same words, the one with more is more exact.
    [[nodiscard]] std::size_t weight(std::size_t entry) const { return entries_[entry].weight; }

    // All matches in `text`, by first word; lives until the next call.
    [[nodiscard]] const std::vector<Match>& matches_in(std::string_view text) {
        matches_.clear();
        tokens_.read(text);
        for (std::size_t first = 0; first < tokens_.size(); ++first) {
            for (const std::size_t entry : buckets_[bucket_of(tokens_.word(first))]) {
                const std::size_t end = match_end(entries_[entry], first);
                if (end > first) matches_.push_back({entry, first, end});
            }
        }
        return matches_;
    }

private:
    enum class Ending { Exact, Prefix, Phrase };

    struct Entry {
        std::string_view group;
        std::vector<std::string> words;
        Ending ending;
        bool is_one_group;  // no comma or the like within
        std::size_t weight;
    };

    static constexpr std::size_t BucketCount = 1024;

    [[nodiscard]] static std::size_t bucket_of(std::string_view word) {
        const auto byte = [&](std::size_t i) {
            return i < word.size() ? static_cast<unsigned char>(word[i]) : 0U;
        };
        return (byte(0) * 37U + byte(1)) % BucketCount;
    }

    void add(const Word& word, std::int32_t parameter) {
        tokens_.read(word.text);
        if (tokens_.size() == 0) {
            throw Failure("the entry `" + std::string(word.text) + "` has no letter and no digit")
                .at_parameter(parameter);
        }
        Entry entry{word.group,
                    {},
                    ending_of(word.text),
                    tokens_.are_in_one_group(0, tokens_.size() - 1),
                    0};
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            entry.words.emplace_back(tokens_.word(i));
            entry.weight += 2 * entry.words.back().size();
        }
        if (entry.ending == Ending::Exact) ++entry.weight;
        entries_.push_back(std::move(entry));
    }

    [[nodiscard]] static Ending ending_of(std::string_view text) {
        if (text.back() != '*') return Ending::Exact;
        return text.size() > 1 && text[text.size() - 2] == ' ' ? Ending::Phrase : Ending::Prefix;
    }

    // A prefix of a single byte fits words of many buckets, so it stands in all.
    void link(std::size_t index) {
        const Entry& entry = entries_[index];
        const std::string& word = entry.words.front();
        std::vector<std::size_t>& own = buckets_[bucket_of(word)];
        if (holds_equal(own, entry)) return;
        if (word.size() > 1 || entry.words.size() > 1 || entry.ending != Ending::Prefix) {
            own.push_back(index);
            return;
        }
        for (auto& bucket : buckets_)
            bucket.push_back(index);
    }

    [[nodiscard]] bool holds_equal(const std::vector<std::size_t>& bucket,
                                   const Entry& entry) const {
        return std::any_of(bucket.begin(), bucket.end(), [&](std::size_t other) {
            const Entry& there = entries_[other];
            return there.group == entry.group && there.ending == entry.ending &&
                   there.words == entry.words;
        });
    }

    // One past the last word covered, or `first` where the entry is not there.
    [[nodiscard]] std::size_t match_end(const Entry& entry, std::size_t first) const {
        const std::size_t last = first + entry.words.size() - 1;
        if (last >= tokens_.size()) return first;
        if (entry.is_one_group && !tokens_.are_in_one_group(first, last)) return first;
        for (std::size_t i = 0; i + 1 < entry.words.size(); ++i) {
            if (tokens_.word(first + i) != entry.words[i]) return first;
        }
        const std::string_view word = tokens_.word(last);
        const std::string& wanted = entry.words.back();
        const bool is_fitting = entry.ending == Ending::Prefix
                                    ? word.substr(0, wanted.size()) == wanted
                                    : word == wanted;
        if (!is_fitting) return first;
        return entry.ending == Ending::Phrase ? tokens_.end_of_phrase(last) : last + 1;
    }

    std::vector<Entry> entries_;
    std::array<std::vector<std::size_t>, BucketCount> buckets_;
    Tokens tokens_;
    std::vector<Match> matches_;
};

}  // namespace colonnade::sdk
