// SPDX-License-Identifier: Apache-2.0
// `colonnade-plugin-host serve ID VERSION PARENT MILLISECONDS`: runs the plugin whose library is
// descriptor 4 for the program at the other end of descriptor 3, and ends with it. VERSION is the
// program's, PARENT its process, MILLISECONDS what a plugin that asks is told of its time.
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/host/library.hpp"
#include "engine/isolate/isolation.hpp"
#include "engine/isolate/shared_memory.hpp"
#include "engine/plugin_host/plugin_server.hpp"
#include "engine/plugin_host/sandbox.hpp"

using namespace colonnade::engine;

#ifdef COLONNADE_SANITIZE
// A crash is a crash, as in what people run; looking for leaks needs a second process, and a report
// a file. The name is the sanitizer's.
extern "C" __attribute__((visibility("default"))) const char* __asan_default_options() {
    return "handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0:handle_abort=0:"
           "detect_leaks=0:use_sigaltstack=0:detect_stack_use_after_return=0:"
           "allocator_may_return_null=1";
}
#endif

namespace {

// What this program was called wrongly with, or could not even tell.
constexpr int Useless = 2;

struct Call {
    std::string id;
    HostSettings settings;
    pid_t parent = 0;
};

template <class Number>
bool read_number(std::string_view text, Number& number) {
    const auto* end = text.data() + text.size();
    return std::from_chars(text.data(), end, number).ptr == end;
}

std::optional<Call> read_call(const std::vector<std::string>& arguments) {
    if (arguments.size() != 6 || arguments[1] != "serve") return std::nullopt;
    Call call;
    long milliseconds = 0;
    if (!read_number(arguments[4], call.parent) || !read_number(arguments[5], milliseconds))
        return std::nullopt;
    call.id = arguments[2];
    call.settings.version = arguments[3];
    call.settings.call_time = std::chrono::milliseconds(milliseconds);
    return call;
}

int refuse(HostLine& line, const Refusal& refusal) {
    line.send(Message::Refused, 0, WireWriter().text(refusal.message).text(refusal.help).bytes());
    return 0;
}

int refuse_place(HostLine& line, const std::string& id, const std::string& problem) {
    return refuse(line, {"plugin `" + id + "` cannot be kept apart from this program: " + problem,
                         what_trust_means(id)});
}

// The library is open under the first restrictions; everything of the plugin but its static objects
// runs under the second.
int serve(Call& call, HostLine& line) {
    const auto input = SharedMemory::receive(InputDescriptor, InputBytes, false);
    const auto output = SharedMemory::receive(OutputDescriptor, OutputBytes, true);
    if (input == nullptr || output == nullptr)
        return refuse_place(line, call.id, "the memory for its data cannot be shared");
    if (const auto problem = enter_sandbox(call.parent); !problem.empty())
        return refuse_place(line, call.id, problem);
    Refusal refusal;
    const auto library = SealedLibrary::inherited(LibraryDescriptor, call.id);
    const auto* entry = open_library(library, refusal);
    if (entry == nullptr) return refuse(line, refusal);
    if (const auto problem = narrow_sandbox(); !problem.empty())
        return refuse_place(line, call.id, problem);
    call.settings.log = [&line](const LogEntry& log) {
        line.send(Message::Log, 0,
                  WireWriter()
                      .number(static_cast<std::uint8_t>(log.is_warning ? 1 : 0))
                      .text(log.message)
                      .bytes());
    };
    auto plugin = InProcessPlugin::start(*entry, library->file(), call.settings, refusal);
    if (plugin == nullptr) return refuse(line, refusal);
    line.send(Message::Started, 0, WireWriter().text(plugin->version()).bytes());
    PluginServer(std::move(plugin), *entry, input->bytes(), output->bytes(), line).run();
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    auto call = read_call({arguments, arguments + count});
    if (!call) return Useless;
    HostLine line;
    return serve(*call, line);
}
