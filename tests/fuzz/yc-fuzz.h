/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzzers share: an input in parts, its time limit, and a run over files without a fuzzer. */
#pragma once

#include <json-glib/json-glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/* What libFuzzer calls, and what the replay calls. */
int       LLVMFuzzerTestOneInput (const uint8_t *data,
                                  size_t         size);

/**
 * yc_fuzz_split:
 * @data: any bytes
 * @size: how many
 * @n: how many JSON documents are wanted
 * @parts: (out): room for @n documents; %NULL where there is none or it is no JSON
 *
 * The documents stand one after the other with lines of "---" between them.
 */
void      yc_fuzz_split          (const uint8_t  *data,
                                  size_t          size,
                                  guint           n,
                                  JsonNode      **parts);
void      yc_fuzz_clear          (guint           n,
                                  JsonNode      **parts);

/**
 * yc_fuzz_begin:
 *
 * Returns: the time, for yc_fuzz_end()
 */
gint64    yc_fuzz_begin          (void);

/**
 * yc_fuzz_end:
 * @begun: from yc_fuzz_begin()
 *
 * Aborts if the input took more than a second of the processor, three under sanitizers.
 */
void      yc_fuzz_end            (gint64          begun);

G_END_DECLS
