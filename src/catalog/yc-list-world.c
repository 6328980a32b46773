/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known around a question list when its ways are gone through. */
#include "yc-list-world.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"

/* What is known of a person or a desk without asking (data/schema/README.md). */
static const struct
{
  const char *name;
  const char *title;
  const char *question;
} known[] = {
  { "person.age", N_("age"),
    "{\"kind\":\"number\",\"minimum\":0,\"maximum\":150}" },
  { "person.birth", N_("birth date"),
    "{\"kind\":\"date\"}" },
  { "person.sex", N_("sex"),
    "{\"kind\":\"choice\",\"choices\":[{\"value\":\"male\",\"title\":\"male\"},"
    "{\"value\":\"female\",\"title\":\"female\"}]}" },
  { "person.id_area", N_("area of the ID number"),
    "{\"kind\":\"place\"}" },
  { "household.place", N_("where the household is registered"),
    "{\"kind\":\"place\"}" },
  { "residence.place", N_("where the person lives"),
    "{\"kind\":\"place\"}" },
  { "desk.place", N_("this counter’s place"),
    "{\"kind\":\"place\"}" },
};

/* The choices above, for xgettext. */
G_GNUC_UNUSED static const char *const choices[] = { N_("male"), N_("female") };

static JsonObject *
parse (const char *text)
{
  g_autoptr (JsonNode) node = yc_json_parse (text, -1, NULL, NULL);
  JsonObject *question = json_node_get_object (node);
  JsonArray *array = yc_json_get_array (question, "choices");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *choice = json_array_get_object_element (array, i);

      json_object_set_string_member (choice, "title", _(yc_json_get_string (choice, "title", "")));
    }
  return json_object_ref (question);
}

JsonObject *
yc_list_world_find_fact (const YcListWorld *self,
                         const char        *name,
                         gboolean          *whole)
{
  JsonObject *asked = NULL;

  *whole = g_str_equal (name, "person.age");
  if (self != NULL && self->facts != NULL)
    asked = g_hash_table_lookup (self->facts, name);
  if (asked != NULL)
    return json_object_ref (asked);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].name, name))
      return parse (known[i].question);
  return g_str_has_prefix (name, "licence.") ? parse ("{\"kind\":\"yes-no\"}") : NULL;
}

const char *
yc_list_world_get_title (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].name, name))
      return _(known[i].title);
  return name;
}
