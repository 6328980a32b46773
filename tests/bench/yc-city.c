/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole city's catalog for benchmarks, made of the sample one. */
#include "yc-city.h"

#include "yc-json.h"

/* In characters: as long as the body of a city's knowledge entry is on average. */
#define BODY_LENGTH 300

/* The bodies of the sample documents of one kind. */
static GPtrArray *
pick_bodies (JsonArray *documents, const char *kind)
{
  GPtrArray *bodies = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (documents); i++)
    {
      JsonObject *document = json_array_get_object_element (documents, i);

      if (g_str_equal (yc_json_get_string (document, "kind", ""), kind))
        g_ptr_array_add (bodies, json_object_get_member (document, "body"));
    }
  return bodies;
}

static void
add_document (JsonArray *documents, const char *kind, const char *id, JsonNode *body)
{
  JsonObject *document = json_object_new ();

  json_object_set_string_member (document, "kind", kind);
  json_object_set_string_member (document, "id", id);
  json_object_set_member (document, "body", body);
  json_array_add_object_element (documents, document);
}

static void
add_sample (JsonArray *documents, JsonArray *sample)
{
  for (guint i = 0; i < json_array_get_length (sample); i++)
    {
      JsonObject *document = json_array_get_object_element (sample, i);

      add_document (documents, yc_json_get_string (document, "kind", ""),
                    yc_json_get_string (document, "id", ""),
                    yc_json_copy (json_object_get_member (document, "body")));
    }
}

/* Another title, so that a sample document, which begins with the word looked for, stays first. */
static void
set_title (JsonObject *body, const char *member, guint number)
{
  g_autofree char *title =
    g_strdup_printf ("第 %u 镇街：%s", number, yc_json_get_string (body, member, ""));

  json_object_set_string_member (body, member, title);
}

static void
add_items (JsonArray *documents, GPtrArray *samples)
{
  for (guint i = 0; i < YC_CITY_ITEMS; i++)
    {
      JsonNode *body = yc_json_copy (samples->pdata[i % samples->len]);
      g_autofree char *code = g_strdup_printf ("CC-%04u", i);

      json_object_set_string_member (json_node_get_object (body), "code", code);
      /* Twenty items with the same result would wait for each other. */
      json_object_remove_member (json_node_get_object (body), "result");
      set_title (json_node_get_object (body), "title", i);
      add_document (documents, "item", code, body);
    }
}

/* The bodies of the samples from @first on, one after the other, until they are long enough. */
static char *
compose_body (GPtrArray *samples, guint first)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = first; g_utf8_strlen (text->str, -1) < BODY_LENGTH; i++)
    {
      JsonObject *sample = json_node_get_object (samples->pdata[i % samples->len]);

      g_string_append_printf (text, "%s\n\n%s\n\n", yc_json_get_string (sample, "answer", ""),
                              yc_json_get_string (sample, "body", ""));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_entries (JsonArray *documents, GPtrArray *samples)
{
  for (guint i = 0; i < YC_CITY_ENTRIES; i++)
    {
      JsonNode *node = yc_json_copy (samples->pdata[i % samples->len]);
      JsonObject *body = json_node_get_object (node);
      g_autofree char *id = g_strdup_printf ("city-%05u", i);
      g_autofree char *item = g_strdup_printf ("CC-%04u", i % YC_CITY_ITEMS);
      g_autofree char *text = compose_body (samples, i % samples->len);
      JsonArray *items = json_array_new ();

      json_array_add_string_element (items, item);
      json_object_set_array_member (body, "items", items);
      json_object_set_array_member (body, "lists", json_array_new ());
      json_object_set_string_member (body, "id", id);
      json_object_set_string_member (body, "body", text);
      set_title (body, "question", i);
      add_document (documents, "entry", id, node);
    }
}

void
yc_city_publish (YcTestService *service)
{
  g_autofree char *token = yc_test_service_sign_in (service, "admin");
  g_autoptr (JsonObject) changes =
    yc_test_service_get (service, "/api/v1/catalog/changes?after=0&limit=1000", token, 200);
  JsonArray *sample = json_object_get_array_member (changes, "documents");
  g_autoptr (GPtrArray) items = pick_bodies (sample, "item");
  g_autoptr (GPtrArray) entries = pick_bodies (sample, "entry");
  JsonArray *documents = json_array_new ();
  g_autoptr (JsonNode) node = yc_json_object_node (json_object_new ());
  g_autofree char *text = NULL;

  json_object_set_array_member (json_node_get_object (node), "documents", documents);
  add_sample (documents, sample);
  add_items (documents, items);
  add_entries (documents, entries);
  text = yc_json_write (node);
  json_object_unref (
    yc_test_service_post (service, "/api/v1/catalog/versions", token, NULL, text, 201));
}
