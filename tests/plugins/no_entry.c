/* SPDX-License-Identifier: Apache-2.0 */
/* A shared library that is no plugin. */
extern __attribute__((visibility("default"))) int something_else;
int something_else = 1;
