// SPDX-License-Identifier: Apache-2.0
// Contacts as a profile document of the schema `contact-network`, and the report of how they were
// read.
#pragma once

#include <string>

#include "as_of.hpp"
#include "contact.hpp"
#include "options.hpp"

namespace colonnade::contacts {

inline constexpr std::string_view Schema = "contact-network";

[[nodiscard]] std::string write_document(const ContactList& list, const AsOf& as_of,
                                         const Options& options);
[[nodiscard]] std::string write_report(const ContactList& list, const AsOf& as_of);

}  // namespace colonnade::contacts
