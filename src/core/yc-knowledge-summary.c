/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a knowledge entry says in a place on a day, in words. */
#include "yc-knowledge-summary.h"

#include "yc-json.h"

/* Counted from the first of the same place. */
static guint
count_version (YcKnowledgeEntry   *entry,
               YcKnowledgeVersion *version)
{
  GListModel *versions = yc_knowledge_entry_get_versions (entry);
  gboolean reached = FALSE;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (versions); i++)
    {
      g_autoptr (YcKnowledgeVersion) other = g_list_model_get_item (versions, i);

      reached = reached || other == version;
      n += reached && g_str_equal (yc_knowledge_version_get_place (other),
                                   yc_knowledge_version_get_place (version));
    }
  return n;
}

static void
set_version (JsonObject         *summary,
             YcCatalog          *catalog,
             YcKnowledgeEntry   *entry,
             YcKnowledgeVersion *version)
{
  const char *place = yc_knowledge_version_get_place (version);
  g_autofree char *number = g_strdup_printf ("第 %u 版", count_version (entry, version));

  yc_json_set_text (summary, "question", yc_knowledge_version_get_question (version));
  yc_json_set_text (summary, "answer", yc_knowledge_version_get_answer (version));
  yc_json_set_text (summary, "body", yc_knowledge_version_get_body (version));
  yc_json_set_text (summary, "source", yc_knowledge_version_get_source (version));
  yc_json_set_text (summary, "note", yc_knowledge_version_get_note (version));
  yc_json_set_text (summary, "from", yc_knowledge_version_get_from (version));
  yc_json_set_text (summary, "until", yc_knowledge_version_get_until (version));
  /* Paper is Chinese whatever the interface is. */
  yc_json_set_text (summary, "place",
             *place != '\0' ? yc_catalog_get_place_name (catalog, place) : "各地通用");
  yc_json_set_text (summary, "version", number);
}

JsonObject *
yc_knowledge_summarize (YcCatalog        *catalog,
                        YcKnowledgeEntry *entry,
                        const char       *day)
{
  g_autofree char *path = NULL;
  YcKnowledgeVersion *version, *next;
  JsonObject *summary;

  g_return_val_if_fail (YC_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (entry), NULL);

  path = yc_catalog_dup_place_path (catalog);
  version = yc_knowledge_entry_find_version (entry, path, day);
  next = yc_knowledge_entry_find_next (entry, path, day);
  if (version == NULL)
    return NULL;
  summary = json_object_new ();
  set_version (summary, catalog, entry, version);
  yc_json_set_text (summary, "owner", yc_knowledge_entry_get_owner (entry));
  if (next != NULL)
    {
      yc_json_set_text (summary, "next", yc_knowledge_version_get_answer (next));
      yc_json_set_text (summary, "next_from", yc_knowledge_version_get_from (next));
    }
  if (yc_knowledge_entry_get_sample (entry))
    json_object_set_boolean_member (summary, "invented", TRUE);
  return summary;
}
