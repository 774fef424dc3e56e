// SPDX-License-Identifier: Apache-2.0
// Functions that would take the program with them, or reach what is not theirs. Only ever run in a
// process of their own.
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "functions.hpp"

namespace colonnade::tests {
namespace {

constexpr auto Amount = value("amount", COLONNADE_NUMBER);
constexpr const colonnade_parameter* TakesAmount[] = {&Amount};

using Batch = const colonnade_batch*;

// An address that is in nobody's memory and that no compiler knows.
volatile std::uintptr_t nowhere = 64;
volatile bool forever = true;

void crash() {
    *reinterpret_cast<volatile int*>(nowhere) = 1;
}

const double* amounts(Batch batch) {
    return static_cast<const double*>(batch->arguments[0]->data);
}

// Twice the amount, as a function that behaves would give.
std::int32_t twice(Batch batch, colonnade_output* out) {
    for (std::int64_t row = 0; row < batch->rows; ++row)
        set(*out, row, 2 * amounts(batch)[row]);
    return COLONNADE_OK;
}

std::int32_t all(Batch batch, colonnade_output* out, double result) {
    for (std::int64_t row = 0; row < batch->rows; ++row)
        set(*out, row, result);
    return COLONNADE_OK;
}

bool has(Batch batch, double wanted) {
    for (std::int64_t row = 0; row < batch->rows; ++row)
        if (amounts(batch)[row] == wanted) return true;
    return false;
}

std::int32_t sound(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    return twice(batch, out);
}

std::int32_t null_write(void*, Batch, colonnade_output*, colonnade_error*) {
    crash();
    return COLONNADE_OK;
}

std::int32_t aborts(void*, Batch, colonnade_output*, colonnade_error*) {
    std::abort();
}

std::int32_t exits(void*, Batch, colonnade_output*, colonnade_error*) {
    std::exit(0);
}

std::int32_t exits_at_once(void*, Batch, colonnade_output*, colonnade_error*) {
    ::_exit(3);
}

std::int32_t kills_itself(void*, Batch, colonnade_output*, colonnade_error*) {
    ::raise(SIGKILL);
    return COLONNADE_OK;
}

std::int32_t loops(void*, Batch, colonnade_output*, colonnade_error*) {
    while (forever) {
    }
    return COLONNADE_OK;
}

// Keeps all that it gets until there is no more; then it is honest.
std::int32_t eats_memory(void*, Batch, colonnade_output*, colonnade_error*) {
    constexpr std::size_t Piece = 64 * 1024 * 1024;
    while (auto* piece = static_cast<volatile char*>(std::malloc(Piece)))
        piece[0] = 1;
    return COLONNADE_NO_MEMORY;
}

// NOLINTNEXTLINE(misc-no-recursion): without end
int recurse(volatile int* above) {
    volatile int here[1024] = {*above};
    return forever ? recurse(here) + here[0] : 0;
}

std::int32_t recurses(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    volatile int start = 1;
    return all(batch, out, recurse(&start));
}

std::int32_t writes_8_too_far(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    static_cast<double*>(out->values)[batch->rows] = 1;
    return twice(batch, out);
}

std::int32_t writes_far_too_far(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    auto* bytes = static_cast<volatile char*>(out->values);
    for (std::size_t at = 0; at < std::size_t{8} << 30U; at += 4096)
        bytes[at] = 1;
    return twice(batch, out);
}

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

std::int32_t crashes_on_13(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    if (has(batch, 13)) crash();
    return twice(batch, out);
}

std::int32_t loops_on_13(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    while (has(batch, 13)) {
    }
    return twice(batch, out);
}

std::int32_t fails_on_13(void*, Batch batch, colonnade_output* out, colonnade_error* error) {
    if (!has(batch, 13)) return twice(batch, out);
    std::strcpy(error->message, "thirteen");
    return error->code = COLONNADE_INVALID_ARGUMENT;
}

// No row of it alone is the guilty one.
std::int32_t crashes_on_many(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    if (batch->rows > 1) crash();
    return twice(batch, out);
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

std::int32_t gives_nan(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    return all(batch, out, std::numeric_limits<double>::quiet_NaN());
}

std::int32_t gives_too_much(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    return all(batch, out, 1e9 + 1);
}

std::int32_t knows_too_much(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    twice(batch, out);
    std::memset(out->known, 0xFF, static_cast<std::size_t>(batch->rows + 7) / 8);
    return COLONNADE_OK;
}

std::int32_t counts_rows(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    return all(batch, out, static_cast<double>(batch->rows));
}

constexpr TestFunction number(std::string_view id, Call call) {
    return function(id, call, TakesAmount, COLONNADE_NUMBER, -1e9, 1e9);
}

constexpr TestFunction Functions[] = {
    number("sound", sound),
    number("null_write", null_write),
    number("aborts", aborts),
    number("exits", exits),
    number("exits_at_once", exits_at_once),
    number("kills_itself", kills_itself),
    number("loops", loops),
    number("eats_memory", eats_memory),
    number("recurses", recurses),
    number("writes_8_too_far", writes_8_too_far),
    number("writes_far_too_far", writes_far_too_far),
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
    number("crashes_on_13", crashes_on_13),
    number("loops_on_13", loops_on_13),
    number("fails_on_13", fails_on_13),
    number("crashes_on_many", crashes_on_many),
    number("talks_nonsense", talks_nonsense),
    number("forges_answers", forges_answers),
    number("talks_for_ever", talks_for_ever),
    number("announces_much", announces_much),
    number("hangs_up", hangs_up),
    number("gives_nan", gives_nan),
    number("gives_too_much", gives_too_much),
    number("knows_too_much", knows_too_much),
    number("counts_rows", counts_rows),
};

}  // namespace
}  // namespace colonnade::tests

extern "C" {
const colonnade_plugin colonnade_plugin_entry = {
    sizeof(colonnade_plugin),
    COLONNADE_ABI_MAJOR,
    COLONNADE_ABI_MINOR,
    0,
    TEXT("violent"),
    TEXT("1.0.0"),
    start,
    end,
    colonnade::tests::Offer<colonnade::tests::Functions>::get};
}
