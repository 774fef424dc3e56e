// SPDX-License-Identifier: Apache-2.0
// Functions that reach for what is not theirs: files, sockets, processes, their input, and the
// socket over which their process speaks. Only ever run in a process of their own.
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

#include "amounts.hpp"

namespace colonnade::tests {
namespace {

std::int32_t writes_input(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    *const_cast<volatile double*>(amounts(batch)) = 7;
    return twice(batch, out);
}

std::int32_t unlocks_input(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    const auto page = reinterpret_cast<std::uintptr_t>(amounts(batch)) & ~std::uintptr_t{4095};
    const int done = ::mprotect(reinterpret_cast<void*>(page), 4096, PROT_READ | PROT_WRITE);
    return all(batch, out, done == 0 ? 0 : errno);
}

std::int32_t opens_file(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    return all(batch, out, ::open("/etc/passwd", O_RDONLY) >= 0 ? 0 : errno);
}

std::int32_t opens_socket(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    return all(batch, out, ::socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 0 : errno);
}

std::int32_t forks(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    const auto child = ::fork();
    if (child == 0) ::_exit(0);
    return all(batch, out, child > 0 ? 0 : errno);
}

void* nothing(void* given) {
    return given;
}

std::int32_t makes_thread(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    pthread_t thread{};
    return all(batch, out, ::pthread_create(&thread, nullptr, nothing, nullptr));
}

std::int32_t runs_program(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    char* const none[] = {nullptr};
    ::execve("/bin/true", none, none);
    return all(batch, out, errno);
}

std::int32_t makes_code(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    void* memory = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                          MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return all(batch, out, memory != MAP_FAILED ? 0 : errno);
}

std::int32_t signals_parent(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    return all(batch, out, ::kill(::getppid(), 0) == 0 ? 0 : errno);
}

// Whatever of the person's environment a plugin can see.
std::int32_t counts_environment(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    double count = 0;
    for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable)
        ++count;
    return all(batch, out, count);
}

// A frame as the process itself sends it: size, message, number.
void send_frame(std::uint32_t message, std::uint32_t number, std::string_view payload) {
    const std::uint32_t header[] = {static_cast<std::uint32_t>(payload.size()), message, number};
    ::send(3, header, sizeof header, 0);
    ::send(3, payload.data(), payload.size(), 0);
}

std::int32_t talks_nonsense(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    constexpr std::string_view Nonsense = "I am the plugin, and this is my answer to everything.";
    ::send(3, Nonsense.data(), Nonsense.size(), 0);
    return twice(batch, out);
}

// Answers to all numbers that might be asked for, before the real one and after it.
std::int32_t forges_answers(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    constexpr std::uint32_t Answer = 13;
    const std::string_view no_failures("\0\0\0\0", 4);
    for (std::uint32_t number = 0; number < 50; ++number)
        send_frame(Answer, number, no_failures);
    return twice(batch, out);
}

std::int32_t talks_for_ever(void*, Batch, colonnade_output*, colonnade_error*) {
    constexpr std::uint32_t Log = 15;
    constexpr std::string_view Message("\0\3\0\0\0\0\0\0\0abc", 12);
    while (true)
        send_frame(Log, 0, Message);
}

std::int32_t announces_much(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    const std::uint32_t header[] = {0xFFFFFFFF, 13, 0};
    ::send(3, header, sizeof header, 0);
    return twice(batch, out);
}

std::int32_t hangs_up(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    ::close(3);
    ::shutdown(3, SHUT_RDWR);
    return twice(batch, out);
}

constexpr TestFunction Functions[] = {
    number("sound", sound),
    number("writes_input", writes_input),
    number("unlocks_input", unlocks_input),
    number("opens_file", opens_file),
    number("opens_socket", opens_socket),
    number("forks", forks),
    number("makes_thread", makes_thread),
    number("runs_program", runs_program),
    number("makes_code", makes_code),
    number("signals_parent", signals_parent),
    number("counts_environment", counts_environment),
    number("talks_nonsense", talks_nonsense),
    number("forges_answers", forges_answers),
    number("talks_for_ever", talks_for_ever),
    number("announces_much", announces_much),
    number("hangs_up", hangs_up),
};

}  // namespace
}  // namespace colonnade::tests

extern "C" {
const colonnade_plugin colonnade_plugin_entry = {
    sizeof(colonnade_plugin),
    COLONNADE_ABI_MAJOR,
    COLONNADE_ABI_MINOR,
    0,
    TEXT("intrusive"),
    TEXT("1.0.0"),
    start,
    end,
    colonnade::tests::Offer<colonnade::tests::Functions>::get};
}
