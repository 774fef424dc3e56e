// SPDX-License-Identifier: Apache-2.0
// What the host does for a plugin: a log, a question whether to stop, memory for one call,
// patterns. A host may lack any of it: then words are lost, nobody is asked to stop, memory comes
// from the heap; only patterns have no substitute.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "colonnade/plugin.h"
#include "colonnade/sdk/guard.hpp"

namespace colonnade::sdk {

// A pattern in RE2's syntax, whatever the case; ends before `deinit`. Any thread may ask it.
class Pattern {
public:
    // Throws where the text is no pattern.
    Pattern(const colonnade_host& host, const colonnade_host_regex& regex, std::string_view text)
        : regex_(&regex) {
        colonnade_error error{};
        error.size = sizeof error;
        pattern_ = regex.compile(&host, {text.data(), text.size()}, &error);
        if (pattern_ == nullptr) throw failure_of(error);
    }
    Pattern(Pattern&& other) noexcept
        : regex_(other.regex_), pattern_(std::exchange(other.pattern_, nullptr)) {}
    Pattern& operator=(Pattern&& other) noexcept {
        std::swap(regex_, other.regex_);
        std::swap(pattern_, other.pattern_);
        return *this;
    }
    ~Pattern() {
        if (pattern_ != nullptr) regex_->release(pattern_);
    }

    [[nodiscard]] bool occurs_in(std::string_view text) const {
        return regex_->matches(pattern_, {text.data(), text.size()}) != 0;
    }

private:
    const colonnade_host_regex* regex_;
    const colonnade_pattern* pattern_ = nullptr;
};

class Host {
public:
    // One that offers nothing.
    Host() = default;
    // `host` may be null. Asks for each service once.
    explicit Host(const colonnade_host* host) : host_(host) {
        if (host == nullptr || host->size < sizeof *host || host->get == nullptr) return;
        find(COLONNADE_LOG_ID, log_);
        find(COLONNADE_DEADLINE_ID, deadline_);
        find(COLONNADE_ARENA_ID, arena_);
        find(COLONNADE_REGEX_ID, regex_);
    }

    void info(std::string_view message) const { say(COLONNADE_LOG_INFO, message); }
    void warn(std::string_view message) const { say(COLONNADE_LOG_WARNING, message); }

    [[nodiscard]] bool should_stop() const {
        return deadline_ != nullptr && deadline_->should_stop(host_) != 0;
    }
    // For the middle of long loops: ends the call where the host no longer waits.
    void stop_if_asked() const {
        if (should_stop()) throw Failure("stopped as asked", COLONNADE_STOPPED);
    }

    // Throws where the text is no pattern, or the host has none.
    [[nodiscard]] Pattern pattern(std::string_view text) const {
        if (regex_ == nullptr) throw Failure("this host has no patterns", COLONNADE_UNSUPPORTED);
        return {*host_, *regex_, text};
    }

    [[nodiscard]] bool has_arena() const { return arena_ != nullptr; }
    // Memory until the end of the call; only where there is an arena.
    [[nodiscard]] void* allocate(std::size_t bytes, std::size_t alignment) const {
        void* const memory = arena_->allocate(host_, bytes, alignment);
        if (memory == nullptr) throw std::bad_alloc();
        return memory;
    }

private:
    template <class Service>
    void find(std::string_view id, const Service*& service) const {
        const auto* found = static_cast<const Service*>(host_->get(host_, {id.data(), id.size()}));
        if (found != nullptr && found->size >= sizeof(Service)) service = found;
    }
    void say(std::int32_t level, std::string_view message) const {
        if (log_ != nullptr) log_->write(host_, level, {message.data(), message.size()});
    }

    const colonnade_host* host_ = nullptr;
    const colonnade_host_log* log_ = nullptr;
    const colonnade_host_deadline* deadline_ = nullptr;
    const colonnade_host_arena* arena_ = nullptr;
    const colonnade_host_regex* regex_ = nullptr;
};

// The call's memory for containers: `sdk::Arena arena(call.host()); std::pmr::vector<double>
// gaps(&arena);`. Within one call, on its thread.
class Arena final : public std::pmr::memory_resource {
public:
    explicit Arena(const Host& host) : host_(host) {}

private:
    void* do_allocate(std::size_t bytes, std::size_t alignment) override {
        if (host_.has_arena()) return host_.allocate(bytes, alignment);
        return std::pmr::new_delete_resource()->allocate(bytes, alignment);
    }
    void do_deallocate(void* memory, std::size_t bytes, std::size_t alignment) override {
        if (host_.has_arena()) return;
        std::pmr::new_delete_resource()->deallocate(memory, bytes, alignment);
    }
    [[nodiscard]] bool do_is_equal(const memory_resource& other) const noexcept override {
        return this == &other;
    }

    Host host_;
};

}  // namespace colonnade::sdk
