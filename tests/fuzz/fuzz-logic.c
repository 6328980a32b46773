/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any rule and any data: nothing crashes or hangs, and the same comes out of it twice. */
#include "yc-fuzz.h"
#include "yc-json.h"
#include "yc-logic.h"

static void
apply (JsonNode *rule,
       JsonNode *data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) once = yc_logic_apply (rule, data, &error);
  g_autoptr (JsonNode) twice = yc_logic_apply (rule, data, NULL);

  g_assert_true ((once == NULL) == (error != NULL));
  g_assert_true ((once == NULL) == (twice == NULL));
  g_assert_true (yc_json_equal (once, twice));
  yc_logic_test (rule, data, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  JsonNode *parts[2];
  gint64 begun = yc_fuzz_begin ();

  yc_fuzz_split (data, size, 2, parts);
  if (parts[0] != NULL)
    {
      g_autoptr (GError) error = NULL;

      yc_logic_check (parts[0], &error);
      apply (parts[0], parts[1]);
    }
  yc_fuzz_clear (2, parts);
  yc_fuzz_end (begun);
  return 0;
}
