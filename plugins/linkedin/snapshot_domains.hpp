// SPDX-License-Identifier: Apache-2.0
// The domains of LinkedIn's member snapshot, and which file of an archive holds the same rows.
#pragma once

#include <span>
#include <string_view>

namespace colonnade::linkedin {

struct DomainForm {
    std::string_view domain;
    std::string_view file;  // as the archive names it
    std::string_view given_file =
        {};  // where one domain holds what was received and what was given
};

[[nodiscard]] std::span<const DomainForm> domain_forms();

// Null for a domain that LinkedIn was not seen to have.
[[nodiscard]] const DomainForm* find_domain(std::string_view domain);

// The domain whose rows a file of an archive holds, or empty.
[[nodiscard]] std::string_view domain_of_file(std::string_view file);

}  // namespace colonnade::linkedin
