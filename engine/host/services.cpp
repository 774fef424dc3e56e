// SPDX-License-Identifier: Apache-2.0
#include "engine/host/services.hpp"

#include <string_view>
#include <utility>

#include "dsl/text/unicode.hpp"
#include "engine/host/abi.hpp"
#include "engine/host/pattern_service.hpp"
#include "engine/host/refusal.hpp"

namespace colonnade::engine {
namespace {

constexpr const char* HostName = "colonnade";
constexpr const char* SaysMore = "it says more, which is left out";

thread_local ServedCall* current_call = nullptr;

void write_log(const colonnade_host* host, std::int32_t level, colonnade_text message) noexcept {
    if (host == nullptr || message.data == nullptr) return;
    // A message that there is no memory for is lost.
    static_cast<void>(contained([&] {
        static_cast<Services*>(host->self)
            ->log(level == COLONNADE_LOG_WARNING, {message.data, message.size});
    }));
}

std::int32_t should_stop(const colonnade_host* /*host*/) noexcept {
    return current_call != nullptr && current_call->should_stop() ? 1 : 0;
}

void* allocate(const colonnade_host* /*host*/, std::uint64_t bytes,
               std::uint64_t alignment) noexcept {
    return current_call == nullptr ? nullptr : current_call->arena().allocate(bytes, alignment);
}

constexpr colonnade_host_log Log = {sizeof(colonnade_host_log), 0, write_log};
constexpr colonnade_host_deadline AbiDeadline = {sizeof(colonnade_host_deadline), 0, should_stop};
constexpr colonnade_host_arena AbiArena = {sizeof(colonnade_host_arena), 0, allocate};

const void* service(const colonnade_host* /*host*/, colonnade_text id) noexcept {
    if (id.data == nullptr) return nullptr;
    const std::string_view wanted(id.data, id.size);
    if (wanted == COLONNADE_LOG_ID) return &Log;
    if (wanted == COLONNADE_DEADLINE_ID) return &AbiDeadline;
    if (wanted == COLONNADE_ARENA_ID) return &AbiArena;
    if (wanted == COLONNADE_REGEX_ID) return &pattern_service();
    return nullptr;
}

}  // namespace

Services::Services(std::string plugin, HostSettings settings)
    : plugin_(std::move(plugin)), settings_(std::move(settings)) {
    host_ = {sizeof host_,
             COLONNADE_ABI_MAJOR,
             COLONNADE_ABI_MINOR,
             0,
             abi_text(HostName),
             abi_text(settings_.version),
             this,
             service};
}

void Services::log(bool is_warning, std::string_view message) {
    const std::scoped_lock lock(log_mutex_);
    if (!settings_.log || logged_ > MostLogMessages) return;
    const bool is_kept = logged_++ < MostLogMessages;
    settings_.log(
        {plugin_, is_warning, is_kept ? dsl::visible(cut_text(message, MostLogBytes)) : SaysMore});
}

ServedCall::ServedCall(const Services& services) : outer_(current_call) {
    if (const auto time = services.settings().call_time) deadline_.emplace(*time);
    current_call = this;
}

ServedCall::~ServedCall() {
    current_call = outer_;
}

ServedCall* ServedCall::current() {
    return current_call;
}

}  // namespace colonnade::engine
