// SPDX-License-Identifier: Apache-2.0
// Does wrong with memory what its argument says, for valgrind to find.
#include <cstdio>
#include <cstring>

namespace {

int read_beyond() {
    const int* one = new int(1);
    const int found = one[1];
    delete one;
    return found;
}

int use_unset() {
    const int* one = new int;
    const int found = *one > 7 ? std::puts("more") : 0;
    delete one;
    return found;
}

void lose() {
    int* volatile lost = new int(1);
    lost = nullptr;
    static_cast<void>(lost);
}

}  // namespace

int main(int argc, char** argv) {
    const char* what = argc > 1 ? argv[1] : "";
    if (std::strcmp(what, "access") == 0) static_cast<void>(read_beyond());
    if (std::strcmp(what, "value") == 0) static_cast<void>(use_unset());
    if (std::strcmp(what, "leak") == 0) lose();
    return 0;
}
