/* SPDX-License-Identifier: Apache-2.0 */
/* A library from whose one symbol every type of the contract can be reached, for freeze_test.py. */
#include "colonnade/plugin.h"

typedef struct {
    const colonnade_plugin* plugin;
    const colonnade_host_log* log;
    const colonnade_host_deadline* deadline;
    const colonnade_host_arena* arena;
    const colonnade_host_regex* regex;
    const colonnade_functions* functions;
    const colonnade_source* source;
    const colonnade_rules* rules;
    const colonnade_selftest* selftest;
    const colonnade_word* word; /* what columns and words point to without saying so */
} every_type;

extern const every_type colonnade_contract;
__attribute__((visibility("default"))) const every_type colonnade_contract = {0};
