/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes at all, given to what reads JSON: nothing may crash, and what is taken must survive being
 * written. Runs under libFuzzer when the compiler is clang, and as a test on seeds that are damaged
 * in a fixed number of ways otherwise.
 */
#include "yc-case.h"
#include "yc-catalog.h"
#include "yc-json.h"
#include "yc-logic.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_locate (const char *data,
              gsize       size)
{
  g_autofree char *text = g_strndup (data, size);

  yc_json_locate (text, "/a/0/b", NULL, NULL);
  yc_json_locate (text, "/0/1", NULL, NULL);
}

static void
check_written (JsonNode *node,
               char     *written)
{
  g_autofree char *text = written;
  g_autoptr (JsonNode) again = yc_json_parse (text, -1, NULL, NULL);

  g_assert_nonnull (again);
  g_assert_true (yc_json_equal (node, again));
}

typedef gpointer (*Make) (JsonObject  *json,
                          GError     **error);

static const Make makes[] = {
  (Make) yc_case_new_from_json,            (Make) yc_item_new_from_json,
  (Make) yc_question_list_new_from_json,   (Make) yc_knowledge_entry_new_from_json,
  (Make) yc_replacement_new_from_json,     (Make) yc_return_reason_new_from_json,
  (Make) yc_material_new_from_json,
};

static void
read_properties (GObject *object)
{
  guint n;
  g_autofree GParamSpec **pspecs =
    g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_value_init (&value, pspecs[i]->value_type);
      g_object_get_property (object, pspecs[i]->name, &value);
    }
}

static void
check_models (JsonObject *json)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makes); i++)
    {
      g_autoptr (GObject) made = makes[i] (json, NULL);

      if (made != NULL)
        read_properties (made);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (JsonNode) node = yc_json_parse ((const char *) data, (gssize) size, NULL, NULL);
  g_autoptr (JsonNode) result = NULL;

  check_locate ((const char *) data, size);
  if (node == NULL)
    return 0;

  check_written (node, yc_json_write (node));
  check_written (node, yc_json_write_pretty (node));
  check_written (node, yc_json_write_canonical (node));
  result = yc_logic_apply (node, node, NULL);
  if (result != NULL)
    check_written (result, yc_json_write (result));
  if (yc_json_node_get_object (node) != NULL)
    check_models (json_node_get_object (node));
  return 0;
}

#ifndef YC_LIBFUZZER

#define N_ROUNDS 3000

static const char *const seeds[] = {
  "{\"a\":[{\"b\":null}],\"c\":[true,false,1,-2.5e-3,\"x\\u9636\\ud842\\udfb7\\n\"]}",
  "[[[[[[1]]]],{\"\":{\"\":{\"\":0}}}]]",
  "{\"reduce\":[[1,2,3],{\"+\":[{\"var\":\"current\"},{\"var\":\"accumulator\"}]},0]}",
  "{\"map\":[{\"merge\":[[1,2],3]},{\"cat\":[\"水\",{\"var\":\"\"}]}]}",
  "{\"if\":[{\"missing_some\":[1,[\"a\",\"b\"]]},{\"substr\":[\"阶梯水费\",-2,1]},[]]}",
  "{\"all\":[[1,\"2\",null],{\"in\":[{\"var\":\"\"},\"1.5 apples\"]}]}",
  "{\"code\":\"A\",\"title\":\"t\",\"materials\":[{\"id\":\"m\",\"title\":\"t\",\"copies\":2}],"
  "\"time_limit\":{\"minutes\":30},\"review\":[\"village\"],\"fee\":0}",
  "{\"id\":\"l\",\"title\":\"t\",\"questions\":[{\"id\":\"q\",\"title\":\"t\",\"kind\":\"choice\","
  "\"choices\":[{\"value\":\"v\",\"title\":\"t\"}],\"when\":{\"==\":[1,1]}}],"
  "\"outcomes\":[{\"item\":\"A\",\"when\":true}]}",
  "{\"id\":\"01a1ffee-5836-7000-9419-a9bdf5a6e58d\",\"version\":1,\"state\":\"returned\","
  "\"item\":{\"code\":\"A\"},\"review\":{\"steps\":[\"village\"],\"step\":0},\"form\":{},"
  "\"tries\":[{\"decision\":{\"kind\":\"return\",\"cause\":\"clerk\",\"at\":\"2026-11-21T07:45:00Z\"}}]}",
  "{\"id\":\"e\",\"question\":\"q\",\"answer\":\"a\",\"tags\":[\"x\"],\"way\":\"checked\","
  "\"cause\":\"system\",\"title\":\"t\"}",
};

/* Changes, doubles, drops or swaps in a stretch of another seed, a few times. */
static void
damage (GByteArray *bytes,
        GRand      *rand)
{
  static const char marks[] = "{}[],:\"\\0123456789.eE+-tfnu \xe9\x98\xb6\xff";

  for (gint n = g_rand_int_range (rand, 1, 6); n > 0 && bytes->len > 0; n--)
    {
      guint at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len);
      guint length = (guint) g_rand_int_range (rand, 0, (gint32) MIN (bytes->len - at, 24));
      const char *seed = seeds[g_rand_int_range (rand, 0, G_N_ELEMENTS (seeds))];

      if (g_rand_int_range (rand, 0, 3) > 0)
        bytes->data[at] = (guint8) marks[g_rand_int_range (rand, 0, sizeof marks - 1)];
      else if (g_rand_boolean (rand))
        g_byte_array_remove_range (bytes, at, length);
      else
        g_byte_array_append (bytes, (const guint8 *) seed, (guint) strnlen (seed, length));
    }
}

static void
test_damaged (gconstpointer data)
{
  const char *seed = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_str_hash (seed));

  LLVMFuzzerTestOneInput ((const uint8_t *) seed, strlen (seed));
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *) seed, (guint) strlen (seed));
      damage (bytes, rand);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fuzz-json/%zu", i);

      g_test_add_data_func (path, seeds[i], test_damaged);
    }

  return g_test_run ();
}

#endif
