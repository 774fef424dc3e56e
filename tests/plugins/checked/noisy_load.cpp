// SPDX-License-Identifier: Apache-2.0
// Reads a file and asks for the network while it is loaded.
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "checked.hpp"

namespace {

const bool tried = [] {
    const int file = ::open("/etc/hostname", O_RDONLY);
    if (file >= 0) ::close(file);
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    if (socket >= 0) ::close(socket);
    return true;
}();

}  // namespace

CHECKED_ENTRY("noisy-load", start, end, colonnade::tests::Offer<colonnade::tests::JustOne>::get)
