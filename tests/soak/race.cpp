// SPDX-License-Identifier: Apache-2.0
// Two threads that write one number, for ThreadSanitizer to find.
#include <thread>

int main() {
    int number = 0;
    std::thread other([&] { ++number; });
    ++number;
    other.join();
    return 0;
}
