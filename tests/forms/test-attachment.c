/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attachments in a form's data: what they are, what a schema takes, and where they stand. */
#include "yc-attachment-list.h"
#include "yc-attachment-photos.h"

#include "yc-json.h"

#define ID_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define ID_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define FILE_A "{\"id\":\"" ID_A "\",\"name\":\"a.pdf\",\"type\":\"application/pdf\",\"size\":7}"
#define FILE_B "{\"id\":\"" ID_B "\",\"name\":\"b.png\",\"type\":\"image/png\",\"size\":8}"

#define SCHEMA                                                                                   \
  "{\"$defs\":{\"scan\":{\"type\":\"object\",\"format\":\"attachment\","                         \
  "\"x-accept\":[\"image/png\"],\"x-max-bytes\":1000}},\"properties\":{"                         \
  "\"contract\":{\"type\":\"object\",\"format\":\"attachment\"},"                                \
  "\"pages\":{\"type\":\"array\",\"maxItems\":3,\"items\":{\"$ref\":\"#/$defs/scan\"}},"         \
  "\"tenants\":{\"type\":\"array\",\"items\":{\"properties\":{\"card\":"                         \
  "{\"$ref\":\"#/$defs/scan\"}}}},\"a/b\":{\"$ref\":\"#/$defs/scan\"}},"                         \
  "\"allOf\":[{\"if\":{},\"then\":{\"properties\":{\"extra\":{\"$ref\":\"#/$defs/scan\"}}}}]}"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

static char *
list (const char *schema_text,
      const char *data_text)
{
  g_autoptr (JsonNode) schema = parse (schema_text);
  g_autoptr (JsonNode) data = parse (data_text);
  g_autoptr (GPtrArray) places = yc_attachment_list_find (schema, data);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      YcAttachmentPlace *place = g_ptr_array_index (places, i);

      g_string_append_printf (found, "%s%s=%s", i > 0 ? " " : "", place->pointer,
                              yc_attachment_get_name (place->node));
    }
  return g_string_free (found, FALSE);
}

static void
test_places (void)
{
  g_autofree char *found = list (
    SCHEMA, "{\"contract\":" FILE_A ",\"pages\":[" FILE_B "," FILE_B "],\"tenants\":[{},{\"card\":"
            FILE_B "}],\"a/b\":" FILE_B ",\"extra\":" FILE_B ",\"other\":" FILE_A "}");
  g_autofree char *none = list (SCHEMA, "{\"contract\":null,\"pages\":7,\"tenants\":[[],1]}");

  g_assert_cmpstr (found, ==, "/contract=a.pdf /pages/0=b.png /pages/1=b.png "
                              "/tenants/1/card=b.png /a~1b=b.png /extra=b.png");
  g_assert_cmpstr (none, ==, "");
}

/* A schema that refers to itself in circles, twice at each step, ends all the same. */
static void
test_circles (void)
{
  g_autofree char *found = list (
    "{\"allOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}],\"properties\":{\"a\":{\"$ref\":\"#\"},"
    "\"f\":{\"format\":\"attachment\"}}}", "{\"f\":" FILE_A ",\"a\":{\"a\":{}}}");

  g_assert_cmpstr (found, ==, "/f=a.pdf");
}

static void
test_rules (void)
{
  g_autoptr (JsonNode) root = parse (SCHEMA);
  g_auto (YcAttachmentRules) one = { 0 }, several = { 0 }, none = { 0 };

  g_assert_true (yc_attachment_read_rules (
    root, yc_json_pointer_get (root, "/properties/contract"), &one));
  g_assert_cmpuint (one.max_files, ==, 1);
  g_assert_cmpint (one.max_bytes, ==, YC_ATTACHMENT_DEFAULT_MAX_BYTES);
  g_assert_true (yc_attachment_rules_take (&one, "application/pdf"));
  g_assert_false (yc_attachment_rules_take (&one, "text/html"));
  g_assert_true (yc_attachment_read_rules (
    root, yc_json_pointer_get (root, "/properties/pages"), &several));
  g_assert_cmpuint (several.max_files, ==, 3);
  g_assert_cmpint (several.max_bytes, ==, 1000);
  g_assert_false (yc_attachment_rules_take (&several, "application/pdf"));
  g_assert_false (yc_attachment_read_rules (
    root, yc_json_pointer_get (root, "/properties/tenants"), &none));
}

static void
test_values (void)
{
  static const char *const bad[] = {
    "{}", "[]", "7", "{\"id\":\"" ID_A "\"}",
    "{\"id\":\"../../etc/passwd\",\"name\":\"a\",\"type\":\"image/png\",\"size\":1}",
    "{\"id\":\"" ID_A "\",\"name\":\"a/b\",\"type\":\"image/png\",\"size\":1}",
    "{\"id\":\"" ID_A "\",\"name\":\"a\\u0007\",\"type\":\"image/png\",\"size\":1}",
    "{\"id\":\"" ID_A "\",\"name\":\"\",\"type\":\"image/png\",\"size\":1}",
    "{\"id\":\"" ID_A "\",\"name\":\"a\",\"type\":\"image/png\",\"size\":-1}",
    "{\"id\":\"" ID_A "\",\"name\":\"a\",\"type\":\"\",\"size\":1}",
  };
  g_autoptr (GBytes) content = g_bytes_new_static ("abc", 3);
  g_autofree char *id = yc_attachment_compute_id (content);
  g_autoptr (JsonNode) made = yc_attachment_new (id, "a.pdf", "application/pdf", 1234567);
  g_autofree char *words = yc_attachment_describe (made);

  g_assert_cmpstr (id, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_true (yc_attachment_is_valid (made));
  g_assert_true (g_str_has_prefix (words, "a.pdf (1.2"));
  g_assert_null (yc_attachment_describe (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (JsonNode) node = parse (bad[i]);

      g_assert_false (yc_attachment_is_valid (node));
    }
}

/* Photos that stand below a field, in a list, and nowhere; what is no picture is none. */
static void
test_photos (void)
{
  static const char *const found[] = { ID_B, NULL, ID_B, NULL, NULL, NULL };
  g_autoptr (JsonNode) template_ = parse (
    "{\"blocks\":[{\"text\":\"x\"},{\"photo\":{\"source\":\"form.portrait\"}},"
    "{\"photo\":{\"source\":\"form.scan\"}},{\"photo\":{\"source\":\"form.pages\"}},"
    "{\"photo\":{\"source\":\"form.none\"}},{\"photo\":{\"source\":\"form.empty\"}},"
    "{\"photo\":{\"source\":\"agent.portrait\"}},"
    "{\"photo\":{\"source\":\"form.portrait\"}},{\"photo\":{}}]}");
  g_autoptr (JsonNode) data = parse (
    "{\"agent\":null,\"form\":{\"portrait\":" FILE_B ",\"scan\":" FILE_A ",\"pages\":[" FILE_B ","
    FILE_A "],\"empty\":[]}}");
  g_autoptr (GPtrArray) paths = yc_attachment_photos_list (json_node_get_object (template_));
  g_autoptr (GBytes) content = g_bytes_new_static ("abc", 3);
  JsonObject *form = json_object_get_object_member (json_node_get_object (data), "form");

  g_assert_cmpuint (paths->len, ==, G_N_ELEMENTS (found));
  for (guint i = 0; i < paths->len; i++)
    g_assert_cmpstr (yc_attachment_photos_find_id (json_node_get_object (data), paths->pdata[i]), ==,
                     found[i]);
  yc_attachment_photos_put (json_node_get_object (data), "form.portrait", content);
  yc_attachment_photos_put (json_node_get_object (data), "form.pages", content);
  g_assert_cmpstr (json_object_get_string_member (form, "portrait"), ==,
                   "data:image/png;base64,YWJj");
  g_assert_cmpstr (json_object_get_string_member (form, "pages"), ==, "data:image/png;base64,YWJj");
  g_assert_null (yc_attachment_photos_find_id (json_node_get_object (data), "form.pages"));
}

/* One that no sheet would take is left where it is. */
static void
test_large_photo (void)
{
  g_autoptr (JsonNode) data =
    parse ("{\"portrait\":{\"id\":\"" ID_B "\",\"name\":\"b.png\",\"type\":\"image/png\","
           "\"size\":5242881}}");

  g_assert_null (yc_attachment_photos_find_id (json_node_get_object (data), "portrait"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attachment/places", test_places);
  g_test_add_func ("/attachment/circles", test_circles);
  g_test_add_func ("/attachment/rules", test_rules);
  g_test_add_func ("/attachment/values", test_values);
  g_test_add_func ("/attachment/photos", test_photos);
  g_test_add_func ("/attachment/large-photo", test_large_photo);

  return g_test_run ();
}
