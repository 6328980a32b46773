/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the catalog a finder finds, and by which words. */
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

static void
add_item (YcFinder *self,
          YcItem   *item)
{
  yc_finder_add (self, "item", yc_item_get_code (item), yc_item_get_title (item),
                 yc_item_get_summary (item), yc_item_get_aliases (item), 1.0);
}

static void
add_list (YcFinder       *self,
          YcQuestionList *list)
{
  g_autoptr (GString) body = g_string_new (NULL);
  GListModel *questions = yc_question_list_get_questions (list);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) question = g_list_model_get_item (questions, i);

      g_string_append_printf (body, "%s ", yc_question_get_title (question));
    }
  yc_finder_add (self, "list", yc_question_list_get_id (list), yc_question_list_get_title (list),
                 body->str, yc_question_list_get_keywords (list), 1.0);
}

static void
add_replacement (YcFinder      *self,
                 YcReplacement *replacement)
{
  g_autofree char *body = g_strconcat (yc_replacement_get_explanation (replacement), " ",
                                       yc_replacement_get_what_instead (replacement), NULL);

  yc_finder_add (self, "replacement", yc_replacement_get_id (replacement),
                 yc_replacement_get_title (replacement), body,
                 yc_replacement_get_aliases (replacement), READ_ONLY_WEIGHT);
}

static void
add_entry (YcFinder         *self,
           YcKnowledgeEntry *entry)
{
  g_autofree char *more = strip_marks (yc_knowledge_entry_get_body (entry));
  g_autofree char *body = g_strconcat (yc_knowledge_entry_get_answer (entry), " ", more, NULL);

  yc_finder_add (self, "entry", yc_knowledge_entry_get_id (entry),
                 yc_knowledge_entry_get_question (entry), body,
                 yc_knowledge_entry_get_tags (entry), READ_ONLY_WEIGHT);
}

static void
add_all (YcFinder   *self,
         GListModel *documents,
         void      (*add) (YcFinder *self, gpointer document))
{
  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (GObject) document = g_list_model_get_item (documents, i);

      add (self, document);
    }
}

#define ADD(function) ((void (*) (YcFinder *, gpointer)) function)

void
yc_finder_fill_from_catalog (YcFinder  *self,
                             YcCatalog *catalog)
{
  g_return_if_fail (YC_IS_FINDER (self));
  g_return_if_fail (YC_IS_CATALOG (catalog));

  yc_finder_clear (self);
  add_all (self, yc_catalog_get_items (catalog), ADD (add_item));
  add_all (self, yc_catalog_get_lists (catalog), ADD (add_list));
  add_all (self, yc_catalog_get_replacements (catalog), ADD (add_replacement));
  add_all (self, yc_catalog_get_entries (catalog), ADD (add_entry));
}

void
yc_finder_update_from_catalog (YcFinder   *self,
                               YcCatalog  *catalog,
                               const char *kind,
                               const char *id)
{
  static const struct
  {
    const char *kind;
    gpointer  (*get) (YcCatalog *catalog, const char *id);
    void      (*add) (YcFinder *self, gpointer document);
  } kinds[] = {
    { "item", (gpointer (*) (YcCatalog *, const char *)) yc_catalog_get_item, ADD (add_item) },
    { "list", (gpointer (*) (YcCatalog *, const char *)) yc_catalog_get_list, ADD (add_list) },
    { "replacement", (gpointer (*) (YcCatalog *, const char *)) yc_catalog_get_replacement,
      ADD (add_replacement) },
    { "entry", (gpointer (*) (YcCatalog *, const char *)) yc_catalog_get_entry, ADD (add_entry) },
  };

  g_return_if_fail (YC_IS_FINDER (self));
  g_return_if_fail (YC_IS_CATALOG (catalog));
  g_return_if_fail (kind != NULL && id != NULL);

  if (*kind == '\0')
    yc_finder_clear (self);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      {
        gpointer document = kinds[i].get (catalog, id);

        if (document != NULL)
          kinds[i].add (self, document);
        else
          yc_finder_remove (self, kind, id);
      }
}
