// SPDX-License-Identifier: Apache-2.0
// Runs a program and stands between it and the kernel: a filter hands over the system calls that
// are named, of all its threads and children, and the n-th of them fails, does half, or is where
// the program is killed. Without a fault it only tells what was called.
//
//   interfere [--log FILE] [--calls a,b] [--fault EIO|…|short|kill] [--nth N] [--on] PROGRAM ARG…
#include <fcntl.h>
#include <seccomp.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Order {
    std::ofstream log;
    std::vector<int> calls;
    std::string fault;
    long nth = 0;
    bool goes_on = false;
    char** program = nullptr;
};

[[noreturn]] void give_up(const std::string& what) {
    std::fprintf(stderr, "interfere: %s\n", what.c_str());
    std::_Exit(99);
}

const std::map<std::string, int>& errors() {
    static const std::map<std::string, int> Errors{
        {"EIO", EIO},       {"ENOSPC", ENOSPC}, {"EINTR", EINTR},   {"ENOMEM", ENOMEM},
        {"EMFILE", EMFILE}, {"EACCES", EACCES}, {"EAGAIN", EAGAIN}, {"ENOSYS", ENOSYS}};
    return Errors;
}

std::vector<int> numbers_of(const std::string& names) {
    std::vector<int> numbers;
    std::istringstream list(names);
    for (std::string name; std::getline(list, name, ',');) {
        const int number = seccomp_syscall_resolve_name(name.c_str());
        if (number == __NR_SCMP_ERROR) give_up("no system call " + name);
        if (number >= 0) numbers.push_back(number);  // negative: this machine has no such call
    }
    return numbers;
}

Order read_order(int argc, char** argv) {
    Order order;
    int at = 1;
    const auto value = [&] { return at + 1 < argc ? argv[++at] : throw std::exception(); };
    for (; at < argc && std::string(argv[at]).starts_with("--"); ++at) {
        const std::string word = argv[at];
        if (word == "--log")
            order.log.open(value());
        else if (word == "--calls")
            order.calls = numbers_of(value());
        else if (word == "--fault")
            order.fault = value();
        else if (word == "--nth")
            order.nth = std::atol(value());
        else if (word == "--on")
            order.goes_on = true;
        else
            give_up("what is " + word + "?");
    }
    if (at >= argc) give_up("no program");
    order.program = argv + at;
    return order;
}

[[noreturn]] void become(const Order& order) {
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    raise(SIGSTOP);
    auto* filter = seccomp_init(SCMP_ACT_ALLOW);
    for (const int call : order.calls)
        seccomp_rule_add(filter, SCMP_ACT_TRACE(0), call, 0);
    if (seccomp_load(filter) != 0) give_up("no filter");
    seccomp_release(filter);
    execv(order.program[0], order.program);
    give_up(std::string("cannot run ") + order.program[0]);
}

// One call that is about to be made.
class Call {
public:
    explicit Call(pid_t thread) : thread_(thread) {
        if (ptrace(PTRACE_GETREGS, thread, nullptr, &registers_) != 0) is_gone_ = true;
    }

    [[nodiscard]] bool is_gone() const { return is_gone_; }

    // What is said of a fault must be heard.
    [[nodiscard]] bool is_message() const {
        return registers_.rdi == STDERR_FILENO && name().starts_with("write");
    }

    void fail(int error) {
        registers_.orig_rax = static_cast<unsigned long long>(-1);
        registers_.rax = static_cast<unsigned long long>(-error);
        ptrace(PTRACE_SETREGS, thread_, nullptr, &registers_);
    }

    // Half of the bytes, or the first of the pieces.
    void shorten() {
        const auto name = this->name();
        auto& count = name == "getrandom" ? registers_.rsi : registers_.rdx;
        if (count < 2) return;
        count = name.ends_with("v") ? 1 : count / 2;
        ptrace(PTRACE_SETREGS, thread_, nullptr, &registers_);
    }

    // Its name, the argument behind the file (flags of `openat`), and the file.
    void tell(std::ostream& out) const {
        const auto name = this->name();
        const bool is_at = name.find("at") != std::string::npos && name != "fstat" &&
                           name != "ftruncate" && name != "fallocate" && name != "fdatasync" &&
                           name != "truncate" && name != "memfd_create" && name != "creat" &&
                           name != "stat";
        const auto flags = is_at ? registers_.rdx : registers_.rsi;
        out << name << '\t' << flags << '\t' << target(name, is_at) << std::endl;
    }

private:
    [[nodiscard]] std::string name() const {
        char* text = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE,
                                                      static_cast<int>(registers_.orig_rax));
        std::string name = text == nullptr ? "?" : text;
        std::free(text);
        return name;
    }

    [[nodiscard]] std::string target(const std::string& name, bool is_at) const {
        static const std::set<std::string> ByPath{
            "open",  "creat",    "rename",   "unlink", "mkdir", "rmdir",  "symlink",     "link",
            "chmod", "truncate", "readlink", "stat",   "lstat", "access", "memfd_create"};
        static const std::set<std::string> Neither{"socket", "getrandom", "socketpair"};
        if (Neither.contains(name)) return std::to_string(registers_.rdi);
        if (is_at) return text_at(registers_.rsi);
        if (ByPath.contains(name)) return text_at(registers_.rdi);
        return behind(name == "mmap" ? registers_.r8 : registers_.rdi);
    }

    [[nodiscard]] std::string text_at(unsigned long long address) const {
        std::string text;
        for (; text.size() < 4096; address += sizeof(long)) {
            errno = 0;
            const long word = ptrace(PTRACE_PEEKDATA, thread_, address, nullptr);
            if (errno != 0) return text;
            const auto* bytes = reinterpret_cast<const char*>(&word);
            for (std::size_t i = 0; i < sizeof word; ++i) {
                if (bytes[i] == '\0') return text;
                text += bytes[i];
            }
        }
        return text;
    }

    [[nodiscard]] std::string behind(unsigned long long descriptor) const {
        std::array<char, 4096> path{};
        const auto link = "/proc/" + std::to_string(thread_) + "/fd/" +
                          std::to_string(static_cast<int>(descriptor));
        const auto size = readlink(link.c_str(), path.data(), path.size());
        return size < 0 ? "" : std::string(path.data(), static_cast<std::size_t>(size));
    }

    pid_t thread_;
    bool is_gone_ = false;
    user_regs_struct registers_{};
};

class Tracer {
public:
    Tracer(Order& order, pid_t program) : order_(order), program_(program) {}

    // How the program ended, as `waitpid` tells it.
    int run() {
        int end = 0;
        for (;;) {
            int status = 0;
            const pid_t thread = waitpid(-1, &status, __WALL);
            if (thread < 0 && errno == EINTR) continue;
            if (thread < 0) return end;
            if (WIFSTOPPED(status))
                go_on(thread, status);
            else if (thread == program_)
                end = status;
        }
    }

private:
    void go_on(pid_t thread, int status) {
        const int event = status >> 16;
        const int signal = WSTOPSIG(status);
        if (event == PTRACE_EVENT_SECCOMP) take(thread);
        // A new thread or child begins with a stop of its own; other signals are the program's.
        const bool is_ours = event != 0 || (signal == SIGSTOP && known_.insert(thread).second);
        ptrace(PTRACE_CONT, thread, nullptr, is_ours ? 0 : signal);
    }

    void take(pid_t thread) {
        Call call(thread);
        if (call.is_gone() || call.is_message()) return;
        ++count_;
        if (order_.log.is_open()) call.tell(order_.log);
        const bool is_meant = order_.goes_on ? count_ >= order_.nth : count_ == order_.nth;
        if (order_.fault.empty() || !is_meant) return;
        if (order_.fault == "kill")
            kill(program_, SIGKILL);
        else if (order_.fault == "short")
            call.shorten();
        else
            call.fail(errors().at(order_.fault));
    }

    Order& order_;
    pid_t program_;
    long count_ = 0;
    std::set<pid_t> known_;
};

}  // namespace

int main(int argc, char** argv) {
    Order order = read_order(argc, argv);
    const pid_t program = fork();
    if (program == 0) become(order);
    int status = 0;
    waitpid(program, &status, 0);
    ptrace(PTRACE_SETOPTIONS, program, nullptr,
           PTRACE_O_EXITKILL | PTRACE_O_TRACESECCOMP | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK |
               PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC);
    ptrace(PTRACE_CONT, program, nullptr, 0);
    const int end = Tracer(order, program).run();
    if (WIFEXITED(end)) return WEXITSTATUS(end);
    signal(WTERMSIG(end), SIG_DFL);
    raise(WTERMSIG(end));
    return 99;
}
