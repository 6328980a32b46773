/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds of documents in the licence store: what a plan may ask for, at the desk as at the service. */
#include "yc-licence-kind.h"

#include "yc-json.h"

#include <string.h>

char *
yc_licence_kind_normalise (const char *kind)
{
  return g_strdelimit (g_strdup (kind), "-", '_');
}

typedef void (*EachFunc) (JsonObject *object,
                          GHashTable *kinds);

static void
each (JsonObject *object,
      const char *member,
      EachFunc    func,
      GHashTable *kinds)
{
  JsonArray *array = yc_json_get_array (object, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *element = yc_json_node_get_object (json_array_get_element (array, i));

      if (element != NULL)
        func (element, kinds);
    }
}

static void
collect_question (JsonObject *question,
                  GHashTable *kinds)
{
  const char *fact = yc_json_get_string (question, "fact", "");

  if (g_str_has_prefix (fact, YC_LICENCE_KIND_FACT))
    g_hash_table_add (kinds, yc_licence_kind_normalise (fact + strlen (YC_LICENCE_KIND_FACT)));
}

void
yc_licence_kind_collect_list (JsonObject *list,
                              GHashTable *kinds)
{
  each (list, "questions", collect_question, kinds);
}

static void
collect_variant (JsonObject *variant,
                 GHashTable *kinds)
{
  const char *licence = yc_json_get_string (variant, "licence", NULL);

  if (licence != NULL)
    g_hash_table_add (kinds, yc_licence_kind_normalise (licence));
}

static void
collect_material (JsonObject *material,
                  GHashTable *kinds)
{
  collect_variant (material, kinds);
  each (material, "variants", collect_variant, kinds);
}

void
yc_licence_kind_collect_item (JsonObject *item,
                              GHashTable *kinds)
{
  each (item, "materials", collect_material, kinds);
}
