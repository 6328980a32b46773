/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a catalog is searched, and by which words. */
#include "yc-search-catalog.h"

#include <stdio.h>
#include <string.h>

#include "yc-item.h"
#include "yc-json.h"
#include "yc-knowledge-entry.h"
#include "yc-question-list.h"
#include "yc-replacement.h"
#include "yc-search-synonyms-private.h"

/* Among hits that are as good, what can be begun at once comes before what is only read. */
#define READ_ONLY_WEIGHT 0.97
#define PLACE_WEIGHT 0.9

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

static YcSearchDocument *
create (const char        *kind,
        const char        *id,
        const char        *title,
        const char        *body,
        const char *const *tags)
{
  YcSearchDocument *document = yc_search_document_new (kind, id, title);

  if (body != NULL)
    yc_search_document_set_body (document, body);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    yc_search_document_add_tag (document, tags[i]);
  return document;
}

static void
put_read_only (YcSearchBatch    *batch,
               YcSearchDocument *document)
{
  yc_search_document_set_weight (document, READ_ONLY_WEIGHT);
  yc_search_batch_put (batch, document);
}

static void
put_item (YcSearchBatch *batch,
          JsonObject    *json)
{
  g_autoptr (YcItem) item = yc_item_new_from_json (json, NULL);
  YcSearchDocument *document;

  if (item == NULL)
    return;
  document = create ("item", yc_item_get_code (item), yc_item_get_title (item),
                     yc_item_get_summary (item), yc_item_get_aliases (item));
  yc_search_document_add_code (document, yc_item_get_code (item));
  yc_search_batch_put (batch, document);
}

static void
put_list (YcSearchBatch *batch,
          JsonObject    *json)
{
  g_autoptr (YcQuestionList) list = yc_question_list_new_from_json (json, NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  GListModel *questions;

  if (list == NULL)
    return;
  if (!yc_question_list_get_start (list))
    {
      yc_search_batch_remove (batch, "list", yc_question_list_get_id (list));
      return;
    }
  questions = yc_question_list_get_questions (list);
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) question = g_list_model_get_item (questions, i);

      g_string_append_printf (body, "%s ", yc_question_get_title (question));
    }
  yc_search_batch_put (batch, create ("list", yc_question_list_get_id (list),
                                      yc_question_list_get_title (list), body->str,
                                      yc_question_list_get_keywords (list)));
}

static void
put_replacement (YcSearchBatch *batch,
                 JsonObject    *json)
{
  g_autoptr (YcReplacement) replacement = yc_replacement_new_from_json (json, NULL);
  g_autofree char *body = NULL;

  if (replacement == NULL)
    return;
  body = g_strconcat (yc_replacement_get_explanation (replacement), " ",
                      yc_replacement_get_what_instead (replacement), NULL);
  put_read_only (batch, create ("replacement", yc_replacement_get_id (replacement),
                                yc_replacement_get_title (replacement), body,
                                yc_replacement_get_aliases (replacement)));
}

/* "YYYY-MM-DD"; FALSE for none. */
static gboolean
read_day (const char *text,
          GDate      *day)
{
  guint year, month, number;

  if (text == NULL || sscanf (text, "%4u-%2u-%2u", &year, &month, &number) != 3 ||
      !g_date_valid_dmy ((GDateDay) number, month, (GDateYear) year))
    return FALSE;
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) number, month, (GDateYear) year);
  return TRUE;
}

/* How far the versions of an entry reach, in days and places. */
typedef struct
{
  GDate    from;
  GDate    until;
  gboolean has_from;
  gboolean has_until;
  gboolean everywhere;
} Reach;

static void
extend_days (Reach              *reach,
             YcKnowledgeVersion *version,
             gboolean            first)
{
  GDate from, until;
  gboolean has_from = read_day (yc_knowledge_version_get_from (version), &from);
  gboolean has_until = read_day (yc_knowledge_version_get_until (version), &until);

  if (has_from && (first || (reach->has_from && g_date_compare (&from, &reach->from) < 0)))
    reach->from = from;
  if (has_until && (first || (reach->has_until && g_date_compare (&until, &reach->until) > 0)))
    reach->until = until;
  reach->has_from = has_from && (first || reach->has_from);
  reach->has_until = has_until && (first || reach->has_until);
}

static void
put_reach (YcSearchDocument *document,
           GListModel       *versions)
{
  Reach reach = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (versions); i++)
    {
      g_autoptr (YcKnowledgeVersion) version = g_list_model_get_item (versions, i);
      const char *place = yc_knowledge_version_get_place (version);

      reach.everywhere |= place == NULL || *place == '\0';
      extend_days (&reach, version, i == 0);
    }
  for (guint i = 0; i < g_list_model_get_n_items (versions) && !reach.everywhere; i++)
    {
      g_autoptr (YcKnowledgeVersion) version = g_list_model_get_item (versions, i);
      g_autofree char *path =
          yc_search_catalog_dup_path (yc_knowledge_version_get_place (version));

      yc_search_document_add_place (document, path);
    }
  yc_search_document_set_in_force (document, reach.has_from ? &reach.from : NULL,
                                   reach.has_until ? &reach.until : NULL);
}

/* What the versions say, of all places and times, those that begin last first. */
static char *
join_versions (YcKnowledgeEntry *entry)
{
  GListModel *versions = yc_knowledge_entry_get_versions (entry);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (versions); i++)
    {
      g_autoptr (YcKnowledgeVersion) version = g_list_model_get_item (versions, i);
      const char *question = yc_knowledge_version_get_question (version);
      g_autofree char *more = strip_marks (yc_knowledge_version_get_body (version));

      if (g_strcmp0 (question, yc_knowledge_entry_get_question (entry)) != 0 && question != NULL)
        g_string_append_printf (text, "%s ", question);
      g_string_append_printf (text, "%s %s ", yc_knowledge_version_get_answer (version), more);
    }
  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}

static void
put_entry (YcSearchBatch *batch,
           JsonObject    *json)
{
  g_autoptr (YcKnowledgeEntry) entry = yc_knowledge_entry_new_from_json (json, NULL);
  const char *const *synonyms;
  g_autofree char *body = NULL;
  YcSearchDocument *document;

  if (entry == NULL)
    return;
  synonyms = yc_knowledge_entry_get_synonyms (entry);
  body = join_versions (entry);
  document = create ("entry", yc_knowledge_entry_get_id (entry),
                     yc_knowledge_entry_get_question (entry), body,
                     yc_knowledge_entry_get_tags (entry));
  for (guint i = 0; synonyms != NULL && synonyms[i] != NULL; i++)
    yc_search_document_add_tag (document, synonyms[i]);
  put_reach (document, yc_knowledge_entry_get_versions (entry));
  put_read_only (batch, document);
}

static void
put_place (YcSearchBatch *batch,
           JsonObject    *json)
{
  const char *code = yc_json_get_string (json, "code", NULL);
  const char *name = yc_json_get_string (json, "name", NULL);
  YcSearchDocument *document;

  if (code == NULL || name == NULL)
    return;
  document = create ("place", code, name, yc_json_get_string (json, "seal", NULL), NULL);
  yc_search_document_add_code (document, code);
  yc_search_document_set_weight (document, PLACE_WEIGHT);
  yc_search_batch_put (batch, document);
}

/* A group on each line. */
static void
put_synonyms (YcSearchBatch *batch,
              JsonObject    *json)
{
  const char *id = yc_json_get_string (json, "id", NULL);
  JsonArray *groups = yc_json_get_array (json, "groups");
  g_autoptr (GString) lines = g_string_new (NULL);

  if (id == NULL || groups == NULL)
    return;
  for (guint i = 0; i < json_array_get_length (groups); i++)
    {
      JsonObject *group = yc_json_node_get_object (json_array_get_element (groups, i));
      g_auto (GStrv) words = yc_json_dup_strv (group, "words");
      g_autofree char *line = words != NULL ? g_strjoinv (" ", words) : NULL;

      if (line != NULL)
        g_string_append_printf (lines, "%s\n", line);
    }
  yc_search_batch_put (batch, create (YC_SEARCH_SYNONYMS, id, id, lines->str, NULL));
}

void
yc_search_catalog_put (YcSearchBatch *batch,
                       const char    *kind,
                       const char    *id,
                       JsonObject    *json)
{
  static const struct
  {
    const char *kind;
    void      (*put) (YcSearchBatch *batch, JsonObject *json);
  } kinds[] = {
    { "item", put_item },
    { "list", put_list },
    { "replacement", put_replacement },
    { "entry", put_entry },
    { "place", put_place },
    { YC_SEARCH_SYNONYMS, put_synonyms },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      kinds[i].put (batch, json);
}

char *
yc_search_catalog_dup_path (const char *code)
{
  static const gsize lengths[] = { 2, 4, 6, 9, 12 };
  gsize length = code != NULL ? strlen (code) : 0;
  g_autoptr (GString) path = g_string_new (NULL);

  /* "440700" is a city and "440000" a province. */
  while (length > 2 && length <= 6 && g_str_has_suffix (code, "00") && code[length - 1] == '0' &&
         code[length - 2] == '0')
    length -= 2;
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (lengths[i] <= length)
      {
        g_string_append_len (path, code, (gssize) lengths[i]);
        g_string_append_c (path, '/');
      }
  return g_string_free (g_steal_pointer (&path), FALSE);
}
