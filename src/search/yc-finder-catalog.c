/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the catalog a finder finds, and by which words. */
#include "yc-finder-document-private.h"
#include "yc-finder.h"

#include <string.h>

/* Among hits that are as good, what can be begun at once comes before what is only read. */
#define READ_ONLY_WEIGHT 0.97

/* CommonMark without its marks, on one line: the snippet is shown as it is. */
static char *
strip_marks (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean space = g_ascii_isspace (*p) || *p == '|';
      gboolean bullet = *p == '-' && (p == text || p[-1] == ' ' || p[-1] == '\n' || p[-1] == '-');

      if (space && plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
      else if (!space && !bullet && strchr ("*`#>", *p) == NULL)
        g_string_append_c (plain, *p);
    }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static double
get_weight (const char *kind)
{
  return g_str_equal (kind, "item") || g_str_equal (kind, "list") ? 1.0 : READ_ONLY_WEIGHT;
}

YcFinderDocument *
yc_finder_document_new_again (const char *kind,
                              const char *id,
                              const char *title,
                              const char *body,
                              const char *tags)
{
  return yc_finder_document_new (kind, id, title, body, tags, get_weight (kind));
}

static YcFinderDocument *
make_document (const char        *kind,
               const char        *id,
               const char        *title,
               const char        *body,
               const char *const *tags)
{
  g_autofree char *joined = g_strjoinv ("\n", (char **) tags);

  return yc_finder_document_new_again (kind, id, title, body, joined);
}

YcFinderDocument *
yc_finder_document_new_for_item (YcItem *item)
{
  return make_document ("item", yc_item_get_code (item), yc_item_get_title (item),
                        yc_item_get_summary (item), yc_item_get_aliases (item));
}

YcFinderDocument *
yc_finder_document_new_for_list (YcQuestionList *list)
{
  g_autoptr (GString) body = g_string_new (NULL);
  GListModel *questions = yc_question_list_get_questions (list);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) question = g_list_model_get_item (questions, i);

      g_string_append_printf (body, "%s ", yc_question_get_title (question));
    }
  return make_document ("list", yc_question_list_get_id (list), yc_question_list_get_title (list),
                        body->str, yc_question_list_get_keywords (list));
}

YcFinderDocument *
yc_finder_document_new_for_replacement (YcReplacement *replacement)
{
  g_autofree char *body = g_strconcat (yc_replacement_get_explanation (replacement), " ",
                                       yc_replacement_get_what_instead (replacement), NULL);

  return make_document ("replacement", yc_replacement_get_id (replacement),
                        yc_replacement_get_title (replacement), body,
                        yc_replacement_get_aliases (replacement));
}

YcFinderDocument *
yc_finder_document_new_for_entry (YcKnowledgeEntry *entry)
{
  g_autofree char *more = strip_marks (yc_knowledge_entry_get_body (entry));
  g_autofree char *body = g_strconcat (yc_knowledge_entry_get_answer (entry), " ", more, NULL);

  return make_document ("entry", yc_knowledge_entry_get_id (entry),
                        yc_knowledge_entry_get_question (entry), body,
                        yc_knowledge_entry_get_tags (entry));
}

/* What is searched, in the order in which equals are found. */
static const struct
{
  const char         *kind;
  gpointer          (*make) (JsonObject *json, GError **error);
  YcFinderDocument *(*describe) (gpointer document);
  GListModel       *(*list) (YcCatalog *catalog);
} kinds[] = {
#define KIND(name, type, models) \
  { #name, (gpointer (*) (JsonObject *, GError **)) type##_new_from_json, \
    (YcFinderDocument *(*) (gpointer)) yc_finder_document_new_for_##name, models }
  KIND (item, yc_item, yc_catalog_get_items),
  KIND (list, yc_question_list, yc_catalog_get_lists),
  KIND (replacement, yc_replacement, yc_catalog_get_replacements),
  KIND (entry, yc_knowledge_entry, yc_catalog_get_entries),
};

YcFinderDocument *
yc_finder_document_new_from_json (const char *kind,
                                  const char *id,
                                  JsonObject *json)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      {
        g_autoptr (GObject) document = kinds[i].make (json, NULL);

        return document != NULL ? kinds[i].describe (document) : NULL;
      }
  return NULL;
}

void
yc_finder_fill_from_catalog (YcFinder  *self,
                             YcCatalog *catalog)
{
  g_return_if_fail (YC_IS_FINDER (self));
  g_return_if_fail (YC_IS_CATALOG (catalog));

  yc_finder_clear (self);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < g_list_model_get_n_items (kinds[i].list (catalog)); j++)
      {
        g_autoptr (GObject) document = g_list_model_get_item (kinds[i].list (catalog), j);

        yc_finder_take (self, kinds[i].describe (document));
      }
}
